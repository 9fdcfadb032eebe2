import type { Database } from '#platform/database'
import { isRefused, type Decision, type Refusal } from '#platform/decisions'
import { changeIn } from '#platform/events'
import type { By, CalendarDate } from '#values'
import { addEntry } from '../entry/add-entry.ts'
import type { EntryAdded, NewEntry } from '../entry/entry.ts'
import { watchlistEntry } from '../entry/entry.store.ts'

/** A rule said no to one row after the preview had let it pass, so no row is written. */
class RowRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`A row of an import was refused: ${refusal.refused}`)
    this.refusal = refusal
  }
}

/** Lists every row or none. Each is an act of its own in its entry's history; sent twice, it is listed once. */
export async function importEntries(db: Database, { rows, by, today }: { rows: readonly NewEntry[]; by: By; today: CalendarDate }): Promise<Decision<EntryAdded>> {
  try {
    return await db.transaction().execute(async (tx) => {
      const events: EntryAdded[] = []
      for (const row of rows) {
        const decision = await changeIn(tx, watchlistEntry, { id: row.id, by }, (entry) => addEntry(entry, row, today))
        if (isRefused(decision)) throw new RowRefused(decision)
        for (const event of decision.events) if (event.type === 'entry-added') events.push(event)
      }
      return { events }
    })
  } catch (fault) {
    if (fault instanceof RowRefused) return fault.refusal
    throw fault
  }
}
