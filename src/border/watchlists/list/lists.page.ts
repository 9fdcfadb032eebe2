import { z } from 'zod'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { describeEntry } from '../entry/describe-entry.ts'
import { countEntries, countEntriesOfList, entriesOfList } from '../entry/entry.store.ts'
import { describeUsefulness } from '../entry/describe-usefulness.ts'
import { usefulnessOf } from '../entry/usefulness.store.ts'
import { heldLines } from '../held/held-lists.page.ts'
import { entriesPerPage } from '../limits.ts'
import { addToWatchlist, openWatchlist, readWatchlists, tuneMatcher } from '../rights.ts'
import { allLists, readList } from './list.store.ts'

/** Every watchlist: who answers for it, what allows it, and what waits for somebody. */
export const listsPage = page({
  path: '/watchlists',
  right: readWatchlists,
  template: 'border/watchlists/list/lists.njk',
  show: async (_input, { db, clock, words, officer, site }) => {
    const [lists, counts, held] = await Promise.all([allLists(db), countEntries(db, clock.today()), heldLines({ db, site, words })])
    const none = { active: 0, awaiting: 0, reviewDue: 0 }
    return {
      mayOpen: site === 'centre' && may(officer, openWatchlist),
      held,
      lists: lists.map((list) => ({
        ...list, name: words(list.nameEn, list.nameFr), purpose: words(list.purposeEn, list.purposeFr),
        ...(counts.find(({ listId }) => listId === list.id) ?? none),
      })),
    }
  },
})

export const listPage = page({
  path: '/watchlists/:id',
  right: readWatchlists,
  template: 'border/watchlists/list/list.njk',
  params: z.object({ id: z.uuid() }),
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) }),
  show: async ({ params: { id }, query }, { db, clock, words, officer, site }) => {
    const list = await readList(db, id)
    if (list === undefined) return undefined
    const offset = (query.page - 1) * entriesPerPage
    const [entries, total] = await Promise.all([entriesOfList(db, id, { offset, limit: entriesPerPage }), countEntriesOfList(db, id)])
    const useful = await usefulnessOf(db, entries.map((entry) => entry.id))
    return {
      list, name: words(list.nameEn, list.nameFr), purpose: words(list.purposeEn, list.purposeFr),
      mayAdd: site === 'centre' && may(officer, addToWatchlist), mayTune: may(officer, tuneMatcher),
      entries: entries.map((entry) => ({ ...describeEntry(entry, clock.today(), words), useful: describeUsefulness(useful(entry.id), words) })),
      total, page: query.page, pages: Math.max(1, Math.ceil(total / entriesPerPage)),
    }
  },
})
