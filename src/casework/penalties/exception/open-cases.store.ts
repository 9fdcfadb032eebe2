import { sql } from 'kysely'
import type { ClockName } from '#law'
import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { caseStatesOf } from '../case/case-state.store.ts'
import type { CaseState } from '../case/required-actions.ts'
import { casesSweptAtOnce } from '../limits.ts'

/** The last day that is kept for sorting; nothing where no clock runs. */
export interface KeptDay {
  readonly lastDay: CalendarDate
  readonly clock: ClockName
}

export interface OpenCase {
  readonly state: CaseState
  readonly kept: KeptDay | undefined
}

/** Every open case with what tells what it waits for, in batches, so that memory does not grow with their number. */
export async function* openCases(db: Database, today: CalendarDate): AsyncGenerator<readonly OpenCase[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ id: string; last_day: CalendarDate | null; clock: ClockName }>`
      select c.id, n.last_day, n.clock from penalties.case c left join penalties.nearest_day n on n.case_id = c.id
      where c.stage <> 'closed' and c.id > ${after} order by c.id limit ${casesSweptAtOnce}`.execute(db)
    const last = rows.at(-1)
    if (last === undefined) return
    const kept = new Map(rows.flatMap(({ id, last_day, clock }) => (last_day === null ? [] : [[id, { lastDay: last_day, clock }] as const])))
    yield (await caseStatesOf(db, rows.map(({ id }) => id), today)).map((state) => ({ state, kept: kept.get(state.found.id) }))
    after = last.id
  }
}
