import { z } from 'zod'
import { allLists, entriesWithIds } from '#border/watchlists'
import { recordLook } from '#platform/events'
import { formPage, inBoth, type PageContext } from '#platform/web'
import { because } from '../form-fields.page.ts'
import { describeItem, recordsBehind } from '../outbox/describe-item.page.ts'
import { itemsAbout } from '../outbox/item.store.ts'
import { allPartners } from '../partner/partner.store.ts'
import type { Partner } from '../partner/partner.ts'
import { releaseRefusals as refusals } from '../refusals.ts'
import { markingWords } from '../release-words.ts'
import { markDistributions } from '../rights.ts'
import { changeMarking } from './change-marking.store.ts'
import { markDistribution, markings } from './marking.ts'
import { readMarking } from './marking.store.ts'

const params = z.object({ subject: z.enum(['list', 'entry']), id: z.uuid() })

/** Who outside may have what a list or one entry says. Until this is said, nobody may. */
export const markingPage = formPage({
  path: '/partners/marking/:subject/:id',
  right: markDistributions,
  template: 'border/release/marking/marking.njk',
  params,
  form: z.object({
    marking: z.enum(markings, inBoth('Say who outside may have it', 'Dites qui à l’extérieur peut l’avoir')),
    whom: z.enum(['all', 'some'], inBoth('Say which partners', 'Dites quels partenaires')),
    partnerIds: z.array(z.uuid()),
    because,
  }),
  refusals,
  show: async ({ subject, id }, ctx) => {
    const about = await named(subject, id, ctx)
    if (about === undefined) return undefined
    const [marking, partners, ofList] = await Promise.all([readMarking(ctx.db, id), allPartners(ctx.db), about.listId === undefined ? undefined : readMarking(ctx.db, about.listId)])
    const standing = marking ?? ofList
    return {
      items: await toldOf(about, { id, partners }, ctx),
      about, subject, fromList: marking === undefined && ofList !== undefined, partners: partners.map(({ id: value, name }) => ({ value, text: name })),
      choices: markings.map((value) => ({ value, text: ctx.words(markingWords[value].en, markingWords[value].fr) })),
      values: { marking: standing?.marking, whom: (standing?.partnerIds ?? null) === null ? 'all' : 'some', partnerIds: standing?.partnerIds ?? [] },
    }
  },
  submit: ({ subject, id }, { marking, whom, partnerIds, because: reason }, { db, by }) =>
    changeMarking(db, { id, by: by(reason) }, (now) => markDistribution(now, { subjectId: id, subject, marking, partnerIds: whom === 'all' ? null : partnerIds })),
  next: ({ subject, id }) => (subject === 'list' ? `/watchlists/${id}` : `/watchlists/entries/${id}`),
  done: { en: 'Kept. What partners may no longer have is being asked back; what they may have now is being sent.', fr: 'Enregistré. Ce que les partenaires ne peuvent plus avoir est redemandé ; ce qu’ils peuvent avoir est envoyé.' },
})

/** What partners were told of an entry until now, so that whoever narrows it sees what will be asked back. It names a vehicle, and is a look at it. */
async function toldOf({ plate }: About, { id, partners }: { readonly id: string; readonly partners: readonly Partner[] }, ctx: PageContext) {
  if (plate === undefined) return []
  const items = await itemsAbout(ctx.db, [id])
  if (items.length > 0) await recordLook(ctx.db, { by: ctx.by(ctx.words('Opened who outside may have the entry', 'Distribution extérieure de l’inscription ouverte')), subject: `plate:${plate}`, what: `what partners were told of entry ${id}` })
  const records = await recordsBehind(ctx.db, items)
  return items.map((item) => describeItem(item, partners, records, ctx.words))
}

interface About {
  readonly href: string
  readonly name?: string
  readonly plate?: string
  readonly listId?: string
}

async function named(subject: 'list' | 'entry', id: string, { db, words }: PageContext): Promise<About | undefined> {
  if (subject === 'entry') {
    const [entry] = await entriesWithIds(db, [id])
    return entry && { href: `/watchlists/entries/${id}`, plate: entry.plate, listId: entry.listId }
  }
  const list = (await allLists(db)).find((one) => one.id === id)
  return list && { href: `/watchlists/${id}`, name: words(list.nameEn, list.nameFr) }
}
