import { z } from 'zod'
import { announce, isRefused, refuse } from '#platform/decisions'
import { newId } from '#platform/identity'
import { action, formPage } from '#platform/web'
import { isDay } from '#values'
import { handsOn } from '../allocation/team-load.store.ts'
import { filtersOf, listAddress, usualList } from '../case/case-filters.ts'
import { idsListed } from '../case/case-list.store.ts'
import { askedAt } from '../case/list-query.ts'
import { caseStageWords } from '../case/words.ts'
import { bulkCasesAtOnce, bulkLinesOnAPage, casesInABulkAct, reasonsMax } from '../limits.ts'
import { holdKinds } from '../recovery/hold.ts'
import { refusals } from '../refusals.ts'
import { prepareBulk as mayPrepare } from '../rights.ts'
import { actorOf, bulkActs, prepareBulk } from './bulk-act.ts'
import { changeBulk } from './bulk-act.store.ts'
import { bulkWords } from './bulk-words.ts'
import { goOn } from './go-on.store.ts'
import { pickedLines } from './picked-lines.store.ts'
import { pickCases, pickedBy, putBack } from './picked.store.ts'

/** The list a pick came from, read again by what a list understands, so that it leads back there and nowhere else. */
const list = z.string().default('').transform((address) => askedAt(address) ?? usualList)

/** Puts the ticked cases of a page, or all that the list shows, with those picked before. */
export const pickButton = action({
  path: '/casework/picked/add',
  right: mayPrepare,
  refusals,
  form: z.object({ pick: z.array(z.uuid()).default([]), all: z.literal('yes').optional(), list }),
  submit: async (_params, { pick, all, list: asked }, { db, officer, clock }) => {
    const wanted = all === 'yes' ? await idsListed(db, officer, filtersOf(asked, clock.today()), { limit: casesInABulkAct, offset: 0 }) : (await pickedLines(db, officer, pick)).map(({ id }) => id)
    if (wanted.length === 0) return refuse('nothing-picked')
    await pickCases(db, officer.id, wanted)
    return announce()
  },
  next: (_params, { list: asked }) => listAddress(asked, {}),
  done: { en: 'Picked. Go on picking on any list, or follow “picked” to act on them.', fr: 'Choisis. Continuez dans d’autres listes, ou suivez « picked » pour agir.' },
})

export const putBackButton = action({
  path: '/casework/picked/put-back',
  right: mayPrepare,
  refusals,
  form: z.object({ pick: z.array(z.uuid()).default([]), all: z.literal('yes').optional() }),
  submit: async (_params, { pick, all }, { db, officer }) => {
    await putBack(db, officer.id, all === 'yes' ? undefined : pick)
    return announce()
  },
  next: () => '/casework/picked',
})

const form = z
  .object({
    bulkId: z.uuid(),
    act: z.enum(bulkActs, 'Choose what is to be done'),
    to: z.string().default(''), kind: z.enum(holdKinds).optional(), untilOn: z.string().default(''),
    reasons: z.string('Give your reasons').trim().min(1, 'Give your reasons').max(reasonsMax),
  })
  .refine(({ act, to }) => act !== 'move' || to !== '', { path: ['to'], message: 'Choose to whom' })
  .refine(({ act, kind }) => act !== 'hold' || kind !== undefined, { path: ['kind'], message: 'Choose why nobody is to be chased' })
  .refine(({ act, untilOn }) => act !== 'hold' || untilOn === '' || isDay(untilOn), { path: ['untilOn'], message: 'Enter the last day, or leave it empty' })

/** What was picked, and what is to be done to all of it. Nothing is done before it has been checked on the next page. */
export const pickedPage = formPage({
  path: '/casework/picked',
  right: mayPrepare,
  template: 'casework/penalties/bulk/picked.njk',
  form,
  refusals,
  show: async (_params, { db, officer, clock }) => {
    const lines = await pickedLines(db, officer, await pickedBy(db, officer.id))
    return {
      bulkId: newId(), count: lines.length, most: casesInABulkAct,
      lines: lines.slice(0, bulkLinesOnAPage).map((line) => ({ ...line, stage: caseStageWords[line.stage] })),
      acts: bulkActs.map((value) => ({ value, text: bulkWords[value].what })), kinds: holdKinds, hands: await handsOn(db, clock.today()),
    }
  },
  submit: async (_params, { bulkId, act, to, kind, untilOn, reasons }, { db, officer, clock, site, by }) => {
    const hand = (await handsOn(db, clock.today())).find(({ id }) => id === to)
    if (act === 'move' && hand === undefined) return refuse('member-away')
    const caseIds = (await pickedLines(db, officer, await pickedBy(db, officer.id))).map(({ id }) => id)
    const answers = act === 'move' ? { to, toName: hand?.name ?? '' } : act === 'hold' ? { kind: kind ?? null, untilOn: untilOn === '' ? null : untilOn } : {}
    const preparing = { bulkId, act, answers, caseIds, reasons, preparedBy: actorOf(officer), preparedAt: clock.now() }
    const decision = await changeBulk(db, bulkId, by(reasons), (bulk) => prepareBulk(bulk, preparing, casesInABulkAct))
    if (!isRefused(decision)) await goOn(db, bulkId, { site, clock, most: bulkCasesAtOnce })
    return decision
  },
  next: (_params, { bulkId }) => `/casework/bulk/${bulkId}`,
})
