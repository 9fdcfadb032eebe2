import type { ClockName } from '#law'
import type { CalendarDate } from '#values'
import type { Database } from '#platform/database'
import { readCase } from '../case/case.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { nearestDayOf } from './nearest-day-of.ts'

type Row = { case_id: string; last_day: CalendarDate; clock: ClockName }

const on = (db: Database) => db.withTables<{ 'penalties.nearest_day': Row }>()

/** Writes the copy that the work list is sorted by; called in the transaction of every act on the case. */
export async function refreshNearestDay(tx: Database, caseId: string): Promise<void> {
  const found = await readCase(tx, caseId)
  const nearest = found && nearestDayOf(found, await penaltiesOfCase(tx, caseId))
  await on(tx).deleteFrom('penalties.nearest_day').where('case_id', '=', caseId).execute()
  if (nearest === undefined) return
  await on(tx).insertInto('penalties.nearest_day').values({ case_id: caseId, last_day: nearest.lastDay, clock: nearest.clock }).execute()
}
