import { z } from 'zod'
import { historyOf, recordLook, type HistoryEntry } from '#platform/events'
import { may } from '#platform/identity'
import { page, roleWords, type PageContext } from '#platform/web'
import { dayOf } from '#values'
import { readList } from '../list/list.store.ts'
import { confirmWatchlistEntry, readWatchlists, reviewWatchlistEntry, withdrawFromWatchlist } from '../rights.ts'
import { describeEntry } from './describe-entry.ts'
import { describeUsefulness } from './describe-usefulness.ts'
import { usefulnessOf } from './usefulness.store.ts'
import { readEntryOfList } from './entry.store.ts'

/** One listed vehicle, with everything that was done about it and by whom. Opening it is a look, and is logged. */
export const entryPage = page({
  path: '/watchlists/entries/:id',
  right: readWatchlists,
  template: 'border/watchlists/entry/entry.njk',
  params: z.object({ id: z.uuid() }),
  show: async ({ params: { id } }, ctx) => {
    const { db, clock, words, site } = ctx
    const entry = await readEntryOfList(db, id)
    if (entry === undefined) return undefined
    const by = ctx.by(words('Opened the watchlist entry', 'Inscription ouverte'))
    await recordLook(db, { by, subject: `plate:${entry.plate}`, what: `watchlist entry ${id}` })
    const [list, useful, history] = await Promise.all([readList(db, entry.listId), usefulnessOf(db, [id]), historyOf(db, 'watchlist-entry', id)])
    return {
      entry: describeEntry(entry, clock.today(), words),
      list: list && { id: list.id, name: words(list.nameEn, list.nameFr) },
      useful: describeUsefulness(useful(id), words),
      acts: site === 'centre' ? actsFor(ctx) : {},
      entries: history.toReversed().map((one) => inWords(one, ctx)),
    }
  },
})

function actsFor({ officer }: PageContext) {
  return { confirm: may(officer, confirmWatchlistEntry), review: may(officer, reviewWatchlistEntry), withdraw: may(officer, withdrawFromWatchlist) }
}

const happenings: Readonly<Record<string, readonly [string, string]>> = {
  'entry-added': ['Listed', 'Inscrit'],
  'entry-confirmed': ['Stop agreed by a second person', 'Arrêt approuvé par une seconde personne'],
  'entry-reviewed': ['Reviewed and kept', 'Réexaminé et maintenu'],
  'entry-withdrawn': ['Withdrawn', 'Retiré'],
}

function inWords({ type, by }: HistoryEntry, { words }: PageContext) {
  const [en, fr] = happenings[type] ?? [type, type]
  const role = by.role === 'machine' ? words('machine', 'machine') : roleWords(by.role, words)
  return { at: by.at, on: dayOf(by.at), zone: 'Europe/London', text: words(en, fr), by: by.name, role, reason: by.reason }
}
