import { pence } from '#values'
import { hearDisputeOf } from './card-dispute.store.ts'
import type { DisputeTold } from './card-dispute.ts'
import { cardDesk, type CardDesk } from './follow-refunds.feed.ts'
import { askDisputes, isPayAway } from './gov-pay.feed.ts'
import type { PayDispute } from './pay-shapes.ts'

/** What payers’ banks say of payments by card. The card service publishes no message of it, so it is asked. */
export async function followDisputes({ db, clock, pay }: CardDesk): Promise<void> {
  try {
    for (const told of await askDisputes(pay)) await hearDisputeOf(db, readDispute(told), cardDesk(clock))
  } catch (fault) {
    if (!isPayAway(fault)) throw fault
  }
}

function readDispute({ dispute_id: disputeId, payment_id: providerId, amount, fee, reason, status, created_date: raisedOn, evidence_due_date: evidenceDueOn }: PayDispute): DisputeTold {
  return { disputeId, providerId, amountPence: pence(amount), feePence: pence(fee ?? 0), reason, status, raisedOn, evidenceDueOn: evidenceDueOn ?? null }
}
