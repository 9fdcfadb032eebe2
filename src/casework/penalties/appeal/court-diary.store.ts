import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate, Officer } from '#values'
import { whereCase } from '../case/where-case.store.ts'
import { seeCases } from '../rights.ts'
import type { DiaryEntry } from './appeal.ts'

/** One line of the whole team's diary. */
export interface DiaryLine {
  readonly appealId: string
  readonly caseId: string
  readonly reference: string
  readonly courtName: string
  readonly claimNumber: string
  readonly entry: DiaryEntry
}

/** Everything ahead in open appeals, the soonest first, of the cases this officer may see. */
export async function diaryAhead(db: Database, officer: Officer, until: CalendarDate): Promise<readonly DiaryLine[]> {
  const { rows } = await sql<DiaryLine>`
    select appeal.id as "appealId", c.id as "caseId", c.reference, appeal.court_name as "courtName", appeal.claim_number as "claimNumber", entry
    from penalties.appeal appeal join penalties.case c on c.id = appeal.case_id
    cross join jsonb_array_elements(appeal.diary) as entry
    where appeal.conclusion is null and jsonb_typeof(entry -> 'closed') = 'null' and (entry ->> 'on')::date <= ${until} and ${seen(officer)}
    order by entry ->> 'on', entry ->> 'time' nulls last, c.reference`.execute(db)
  return rows
}

/** Open appeals of the cases this officer may see. */
export async function countOpenAppeals(db: Database, officer: Officer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from penalties.appeal appeal join penalties.case c on c.id = appeal.case_id
    where appeal.conclusion is null and ${seen(officer)}`.execute(db)
  return rows[0]?.count ?? 0
}

function seen(officer: Officer) {
  return whereCase(officer, seeCases)
}
