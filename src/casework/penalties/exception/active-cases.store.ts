import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { readCase } from '../case/case.store.ts'
import { caseStateOf } from '../case/case-state.store.ts'
import type { CaseState } from '../case/required-actions.ts'
import { nearestDayOf } from '../deadline/nearest-day-of.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { isStuck } from './stuck.ts'

type Tables = {
  'penalties.case': { id: string; reference: string; stage: string }
  'penalties.nearest_day': { case_id: string; last_day: CalendarDate; clock: string }
}

const on = (db: Database) => db.withTables<Tables>()

export interface NamedCase {
  readonly id: string
  readonly reference: string
}

/** The kept copy says one day and the law another; null where there is none. */
export interface DayDifference extends NamedCase {
  readonly kept: string | null
  readonly derived: string | null
}

/** Open cases with nothing to do, no day to come and nobody waiting. */
export async function stuckCases(db: Database, today: CalendarDate): Promise<readonly NamedCase[]> {
  const stuck: NamedCase[] = []
  for (const { id, reference } of await casesWhere(db, 'open')) {
    const state = await stateOf(db, id, today)
    if (state !== undefined && isStuck(state)) stuck.push({ id, reference })
  }
  return stuck
}

/** Works every nearest day out anew and compares the copy that the work list is sorted by. */
export async function nearestDayDifferences(db: Database): Promise<readonly DayDifference[]> {
  const kept = new Map((await on(db).selectFrom('penalties.nearest_day').selectAll().execute()).map((row) => [row.case_id, `${row.last_day} ${row.clock}`]))
  const differences: DayDifference[] = []
  for (const { id, reference } of await casesWhere(db, 'any')) {
    const found = await readCase(db, id)
    const nearest = found && nearestDayOf(found, await penaltiesOfCase(db, id))
    const difference = { id, reference, kept: kept.get(id) ?? null, derived: nearest === undefined ? null : `${nearest.lastDay} ${nearest.clock}` }
    if (difference.kept !== difference.derived) differences.push(difference)
  }
  return differences
}

async function casesWhere(db: Database, which: 'open' | 'any'): Promise<readonly NamedCase[]> {
  return on(db).selectFrom('penalties.case').select(['id', 'reference'])
    .$if(which === 'open', (query) => query.where(sql<boolean>`stage <> 'closed'`))
    .orderBy('reference').execute()
}

async function stateOf(db: Database, caseId: string, today: CalendarDate): Promise<CaseState | undefined> {
  const found = await readCase(db, caseId)
  return found && (await caseStateOf(db, found, today)).state
}
