import { z } from 'zod'
import { page } from '#platform/web'
import { daysAfter } from '#values'
import { describeEntry } from '../entry/describe-entry.ts'
import { describeUsefulness } from '../entry/describe-usefulness.ts'
import { waitingEntries } from '../entry/entry.store.ts'
import { usefulnessOf } from '../entry/usefulness.store.ts'
import { endsSoonDays, queueLength } from '../limits.ts'
import { allLists } from '../list/list.store.ts'
import { readWatchlists } from '../rights.ts'

/** What waits for the owners of lists: reviews that are due, entries about to end, stops without a second person. */
export const queuePage = page({
  path: '/watchlists/waiting',
  right: readWatchlists,
  template: 'border/watchlists/queue/queue.njk',
  query: z.object({ list: z.uuid().optional().catch(undefined) }),
  show: async ({ query: { list } }, { db, clock, words }) => {
    const today = clock.today()
    const lists = await allLists(db)
    const waiting = await waitingEntries(db, { today, endingBy: daysAfter(endsSoonDays, today), listId: list, most: queueLength })
    const useful = await usefulnessOf(db, waiting.map(({ id }) => id))
    const rows = waiting.map((entry) => {
      const of = lists.find(({ id }) => id === entry.listId)
      return { ...describeEntry(entry, today, words), endsSoon: entry.lastDayOn <= daysAfter(endsSoonDays, today), useful: describeUsefulness(useful(entry.id), words), listName: of === undefined ? '' : words(of.nameEn, of.nameFr) }
    })
    return {
      endsSoonDays, chosen: list, lists: lists.map(({ id, nameEn, nameFr }) => ({ id, name: words(nameEn, nameFr) })),
      queues: [
        { id: 'second', title: words('Stops that wait for a second person', 'Arrêts en attente d’une seconde personne'), rows: rows.filter(({ awaitsSecondPerson }) => awaitsSecondPerson) },
        { id: 'review', title: words('Reviews that are due', 'Réexamens dus'), rows: rows.filter(({ reviewIsDue }) => reviewIsDue) },
        { id: 'ending', title: words(`End within ${endsSoonDays} days`, `Échéance dans les ${endsSoonDays} jours`), rows: rows.filter(({ endsSoon }) => endsSoon) },
      ],
    }
  },
})
