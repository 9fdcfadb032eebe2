import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { inPounds, type Pence } from '#values'
import type { ActionOfCase } from '../case/required-actions.ts'

/** Write-offs that wait for another officer's answer. */
export async function writeOffActions(db: Database, caseIds: readonly string[]): Promise<readonly ActionOfCase[]> {
  const { rows } = await sql<{ case_id: string; penalty_id: string; amount_pence: Pence }>`
    select case_id, penalty_id, amount_pence from ledger.write_off where stage = 'proposed' and case_id = any(${caseIds}::uuid[]) order by id`.execute(db)
  return rows.map(({ case_id: caseId, penalty_id, amount_pence }) => ({
    caseId, code: 'approve-write-off', text: `Answer the proposal to write off ${inPounds(amount_pence)}`, who: ['senior-officer'], by: null, missing: [], href: `/penalties/${penalty_id}/write-off`, act: 'Answer',
  }))
}
