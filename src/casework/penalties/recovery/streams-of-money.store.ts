import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Penalty } from '../penalty/penalty.ts'

/** The streams of a case’s money, with the person each is about; a payment is about nobody in particular. */
export async function streamsOfMoney(db: Database, caseId: string, penalties: readonly Pick<Penalty, 'id' | 'personId'>[]): Promise<readonly { readonly stream: string; readonly personId: string | null }[]> {
  const { rows } = await sql<{ stream: string; penaltyId: string | null }>`
    select 'payment:' || id as stream, null::uuid as "penaltyId" from ledger.payment where case_id = ${caseId}
    union all select 'card-refund:' || id, null from ledger.card_refund where case_id = ${caseId}
    union all select 'card-dispute:' || id, null from ledger.card_dispute where case_id = ${caseId}
    union all select 'recovery-hold:' || id, penalty_id from ledger.recovery_hold where case_id = ${caseId}
    union all select 'instalment-plan:' || id, penalty_id from ledger.instalment_plan where case_id = ${caseId}
    union all select 'write-off:' || id, penalty_id from ledger.write_off where case_id = ${caseId}
    union all select 'enforcement-step:' || id, penalty_id from ledger.enforcement_step where case_id = ${caseId}`.execute(db)
  return rows.map(({ stream, penaltyId }) => ({ stream, personId: penalties.find(({ id }) => id === penaltyId)?.personId ?? null }))
}
