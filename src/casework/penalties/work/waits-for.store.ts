import { sql } from 'kysely'
import type { Database } from '#platform/database'

/** The codes of what a case waits for, the soonest first. */
export async function waitsForIn(db: Database, caseId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from penalties.waiting where case_id = ${caseId} and ended_on is null order by by_on nulls last, id`.execute(db)
  return [...new Set(rows.map(({ code }) => code))]
}
