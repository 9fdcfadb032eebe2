import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import { daysAfter, plate, ports, type By } from '#values'
import { demoLists, type DemoEntry, type DemoList } from './demo-entries.ts'
import { addEntry } from './entry/add-entry.ts'
import { watchlistEntry } from './entry/entry.store.ts'
import { watchlist } from './list/list.store.ts'
import { openList } from './list/open-list.ts'

const listedForDays = 90
const reviewAfterDays = 28

/** The lorry of the story, by the plate that the demonstration's traffic carries. */
export interface StoryLorry {
  readonly plate: string
  readonly country: string
}

/** Lists the demonstration's vehicles at the centre. Done again at each start, it makes nothing twice. */
export async function seedWatchlists(db: Database, clock: Clock, lorry: StoryLorry): Promise<void> {
  const by: By = { officerId: 'machine', name: 'Demonstration', role: 'machine', site: 'centre', at: clock.now() }
  const story: DemoEntry = { ...lorry, en: 'Cut curtain at an earlier check; load not as declared', fr: 'Bâche coupée lors d’un contrôle ; chargement non conforme', handling: 'check', markers: [] }
  for (const [at, list] of demoLists.entries()) await seedList(db, { by, clock }, at === 0 ? { ...list, entries: [story, ...list.entries] } : list)
}

async function seedList(db: Database, { by, clock }: { by: By; clock: Clock }, { entries, ...list }: DemoList): Promise<void> {
  await change(db, watchlist, { id: list.id, by }, (known) => openList(known, { ...list, site: 'centre' }))
  const today = clock.today()
  for (const [at, entry] of entries.entries()) {
    const id = entryId(list.id, at)
    await change(db, watchlistEntry, { id, by }, (known) => addEntry(known, {
      id, site: 'centre', listId: list.id, plate: plate(entry.plate), country: entry.country, reasonEn: entry.en, reasonFr: entry.fr,
      handling: entry.handling, markers: entry.markers, ports,
      startsOn: today, lastDayOn: daysAfter(listedForDays, today), reviewOn: daysAfter(reviewAfterDays, today), addedBy: 'demonstration',
    }, today))
  }
}

/** Settled by the list and the place on it. */
function entryId(listId: string, at: number): string {
  return `${listId.slice(0, -4)}${(Number.parseInt(listId.slice(-4), 16) * 256 + at).toString(16).padStart(4, '0')}`
}
