import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { inPounds, type Pence } from '#values'
import type { ActionOfCase } from '../case/required-actions.ts'
import type { RefundProposal } from './payment.ts'

interface Row {
  readonly id: string
  readonly case_id: string
  readonly held_pence: Pence
  readonly refund: RefundProposal | null
}

/** Money that is to go back, and money that fits no debt: both wait for finance, also in a case that has closed. */
export async function refundActions(db: Database, caseIds: readonly string[]): Promise<readonly ActionOfCase[]> {
  const { rows } = await sql<Row>`
    select id, case_id, held_pence, refund from ledger.payment
    where case_id = any(${caseIds}::uuid[]) and returned is null and (held_pence > 0 or refund is not null) order by received_on, id`.execute(db)
  return rows.map(({ id, case_id, held_pence, refund }) => ({ caseId: case_id, who: ['finance'], by: null, missing: [], ...moneyAction(`/cases/${case_id}/payments/${id}`, held_pence, refund) }))
}

function moneyAction(href: string, heldPence: Pence, refund: RefundProposal | null): Pick<ActionOfCase, 'code' | 'text' | 'href' | 'act'> {
  if (refund === null) return { code: 'allocate-held', text: `${inPounds(heldPence)} is held and set against no debt`, href, act: 'Open' }
  if (refund.prepared === null) return { code: 'refund', text: `Refund ${inPounds(refund.amountPence)}`, href, act: 'Refund' }
  return { code: 'approve-refund', text: `Approve the refund of ${inPounds(refund.amountPence)}`, href, act: 'Approve' }
}
