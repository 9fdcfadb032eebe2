import type { ClockName } from '#law'
import type { CalendarDate } from '#values'
import type { Database } from '#platform/database'
import { readCase } from '../case/case.store.ts'
import { penaltiesStanding } from '../penalty/penalty.store.ts'
import { nearestDayOf } from './nearest-day-of.ts'

type Row = { case_id: string; last_day: CalendarDate | null; clock: ClockName | null }

const on = (db: Database) => db.withTables<{ 'penalties.nearest_day': Row }>()

/**
 * Writes the copy that the work list is sorted by; called in the transaction of every act on the case. The line begins with the case
 * and stays, also while no clock runs. It is locked before anything is read, so that the nightly look never writes an older day over a newer one.
 */
export async function refreshNearestDay(tx: Database, caseId: string): Promise<void> {
  await on(tx).selectFrom('penalties.nearest_day').select('case_id').where('case_id', '=', caseId).forUpdate().execute()
  const found = await readCase(tx, caseId)
  const nearest = found && nearestDayOf(found, await penaltiesStanding(tx, [caseId]))
  await on(tx).updateTable('penalties.nearest_day').set({ last_day: nearest?.lastDay ?? null, clock: nearest?.clock ?? null }).where('case_id', '=', caseId).execute()
}
