import type { Database } from '#platform/database'
import { isRefused, type Decision, type Refusal } from '#platform/decisions'
import { changeAllIn } from '#platform/events'
import type { By, CalendarDate } from '#values'
import { addEntry } from '../entry/add-entry.ts'
import type { Entry, EntryAdded, NewEntry } from '../entry/entry.ts'
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
      const acts = rows.map((row) => ({ id: row.id, decide: (entry: Entry | undefined) => addEntry(entry, row, today) }))
      const decisions = await changeAllIn(tx, watchlistEntry, by, acts)
      return {
        events: decisions.flatMap((decision) => {
          if (isRefused(decision)) throw new RowRefused(decision)
          return decision.events.filter((event) => event.type === 'entry-added')
        }),
      }
    })
  } catch (fault) {
    if (fault instanceof RowRefused) return fault.refusal
    throw fault
  }
}
