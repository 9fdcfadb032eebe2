import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { inPounds, type CalendarDate, type Pence } from '#values'
import type { ActionOfCase } from '../case/required-actions.ts'

/** Card disputes in which our evidence is wanted: without it the bank decides for the payer. */
export async function disputeActions(db: Database, caseIds: readonly string[]): Promise<readonly ActionOfCase[]> {
  const { rows } = await sql<{ case_id: string; payment_id: string; amount_pence: Pence; evidence_due_on: CalendarDate | null }>`
    select case_id, payment_id, amount_pence, evidence_due_on from ledger.card_dispute where status = 'needs_response' and case_id = any(${caseIds}::uuid[]) order by id`.execute(db)
  return rows.map(({ case_id: caseId, payment_id, amount_pence, evidence_due_on: by }) => ({
    caseId, code: 'card-dispute', text: `Give evidence in a card dispute over ${inPounds(amount_pence)}`, who: ['finance'], by, missing: [], href: `/cases/${caseId}/payments/${payment_id}`, act: 'Open',
  }))
}
