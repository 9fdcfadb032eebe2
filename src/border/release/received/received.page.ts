import { z } from 'zod'
import { handlings, handlingWords, type Handling } from '#border/watchlists'
import { refuse } from '#platform/decisions'
import { change, recordLook } from '#platform/events'
import { may } from '#platform/identity'
import { action, formPage, inBoth, page, type PageContext } from '#platform/web'
import { allPorts, dayOf, daysAfter, isPort, plate, siteName } from '#values'
import { because, partnerParams } from '../form-fields.page.ts'
import { allPartners, readPartner } from '../partner/partner.store.ts'
import { releaseRefusals as refusals } from '../refusals.ts'
import { kindWords } from '../release-words.ts'
import { seePartners, takeEntries } from '../rights.ts'
import { factsOf } from './facts.ts'
import { readBody, readReceived, receivedItems, receivedNow, type ReceivedBody } from './received.store.ts'
import { declineEntry, type Received, type ReceivedStage } from './received.ts'
import { takeOntoList } from './take-onto-list.store.ts'

/** What partners told us and we still hold; entries that wait for a person come first. Opening it is a look, and is logged. */
export const receivedPage = page({
  path: '/partners/received',
  right: seePartners,
  template: 'border/release/received/received.njk',
  show: async (_input, ctx) => {
    const [told, partners] = await Promise.all([receivedNow(ctx.db), allPartners(ctx.db)])
    if (told.length > 0) await recordLook(ctx.db, { by: ctx.by(ctx.words('Looked through what partners told us', 'Informations des partenaires consultées')), subject: 'release-received:all', what: `${told.length} items` })
    return { mayTake: may(ctx.officer, takeEntries), items: told.map(({ body, ...one }) => ({ ...describe(one, body, ctx), partner: partners.find(({ id }) => id === one.partnerId)?.name ?? '' })) }
  },
})

const stageWords: Readonly<Record<ReceivedStage, readonly [string, string, string]>> = {
  waiting: ['Waits for a person', 'Attend une personne', 'look'], noted: ['Noted', 'Noté', 'quiet'], taken: ['On our list', 'Sur notre liste', 'going'],
  declined: ['Not taken', 'Non retenue', 'quiet'], forgotten: ['Erased', 'Effacé', 'quiet'],
}

function describe(received: Received, body: ReceivedBody, { words, language }: PageContext) {
  const [en, fr, mark] = stageWords[received.stage]
  const facts = factsOf(body.facts)
  return {
    ...received, ...body, ...facts, mark, stageText: words(en, fr), reasonText: language === 'fr' ? facts.reasonFr : facts.reasonEn,
    handlingText: facts.handling === null ? '' : words(handlingWords[facts.handling].en, handlingWords[facts.handling].fr),
    kindText: words(kindWords[received.kind].en, kindWords[received.kind].fr), toldOn: dayOf(received.toldAt),
  }
}

/** Puts a partner's vehicle on a list of ours, in the name of the officer who looked at it. A stop still waits for a second person. */
export const takeEntryPage = formPage({
  path: '/partners/received/:id',
  right: takeEntries,
  template: 'border/release/received/take-entry.njk',
  params: partnerParams,
  form: z.object({
    handling: z.enum(handlings, inBoth('Choose what officers do', 'Choisissez ce que font les agents')),
    ports: z.array(z.string().refine(isPort)),
    reasonEn: z.string().min(3, inBoth('Say in English why it is listed', 'Dites en anglais pourquoi il est inscrit')).max(160),
    reasonFr: z.string().min(3, inBoth('Say in French why it is listed', 'Dites en français pourquoi il est inscrit')).max(160),
    because,
  }),
  refusals,
  show: async ({ id }, ctx) => {
    const [received, body] = await Promise.all([readReceived(ctx.db, id), readBody(ctx.db, id)])
    if (received?.stage !== 'waiting' || body === undefined) return undefined
    const item = describe(received, body, ctx)
    await recordLook(ctx.db, { by: ctx.by(ctx.words('Looked at an entry that a partner sent', 'Inscription d’un partenaire examinée')), subject: `plate:${plate(item.plate)}`, what: `received item ${id}` })
    const { handling, reasonEn, reasonFr } = item
    return {
      item, partner: (await readPartner(ctx.db, received.partnerId))?.name ?? '', onListAlready: received.entryId,
      handlings: handlings.map((value) => ({ value, text: ctx.words(handlingWords[value].en, handlingWords[value].fr) })),
      ports: allPorts().map((value) => ({ value, text: siteName(value) })), values: { handling: handling ?? ('check' satisfies Handling), ports: allPorts(), reasonEn, reasonFr },
    }
  },
  submit: ({ id }, { because: reason, ...wanted }, { db, by, officer, clock }) =>
    takeOntoList(db, id, { ...wanted, by: by(reason), addedBy: officer.id, today: clock.today(), reviewOn: daysAfter(28, clock.today()) }),
  next: () => '/partners/received',
  done: { en: 'Listed, under the partner’s own list.', fr: 'Inscrit, sur la liste du partenaire.' },
})

export const declineEntryAction = action({
  path: '/partners/received/:id/decline',
  right: takeEntries,
  params: partnerParams,
  form: z.object({ because }),
  refusals,
  submit: async ({ id }, { because: reason }, { db, by }) => {
    if ((await readReceived(db, id)) === undefined) return refuse('no-such-item')
    return change(db, receivedItems, { id, by: by(reason) }, declineEntry)
  },
  next: () => '/partners/received',
  done: { en: 'Not taken. The reason is kept with your name.', fr: 'Non retenue. Le motif est conservé avec votre nom.' },
})
