import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { ActionOfCase } from '../case/required-actions.ts'
import { stepOf, type StepCode } from './steps.ts'

/** Letters that went and of which nobody has recorded what became. */
export async function letterActions(db: Database, caseIds: readonly string[]): Promise<readonly ActionOfCase[]> {
  const { rows } = await sql<{ case_id: string; penalty_id: string; code: StepCode }>`
    select case_id, penalty_id, code from ledger.enforcement_step
    where letter is not null and service is null and case_id = any(${caseIds}::uuid[]) order by id`.execute(db)
  return rows.map(({ case_id: caseId, penalty_id, code }) => ({
    caseId, code: 'letter-outcome', text: `Record what became of a letter: ${stepOf(code).words.toLowerCase()}`, who: ['finance'], by: null, missing: [], href: `/penalties/${penalty_id}/enforcement`, act: 'Record',
  }))
}
