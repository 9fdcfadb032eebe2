import { isRefused } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { addPence, subtractPence, type By, type Pence } from '#values'
import { cardService, charges, heldOf, move, ofPenalty } from './account.ts'
import { post } from './journal.store.ts'
import { loseToDispute, type Losing } from './lose-to-dispute.ts'
import { paymentThing } from './payment.store.ts'
import { reopenWhatItSettled } from './return-payment.store.ts'

/** A lost dispute, in the transaction that says so and under the lock of its case: the debt is owed again, and the fee is a charge of ours. */
export async function loseToDisputeIn(tx: Database, paymentId: string, losing: Losing & { readonly feePence: Pence }, by: By): Promise<void> {
  const { disputeId, amountPence, feePence, on, why } = losing
  const decision = await changeIn(tx, paymentThing, { id: paymentId, by }, (payment) => loseToDispute(payment, losing))
  if (isRefused(decision)) throw new Error(`A lost dispute cannot be booked: ${decision.refused}`)
  const releases = decision.events.filter((event) => event.type === 'allocation-released')
  for (const { penaltyId, amountPence: released } of releases) {
    await post(tx, { kind: 'release', on, source: `dispute:${disputeId}:${penaltyId}`, note: why, lines: move(released, heldOf(paymentId), ofPenalty('debt', penaltyId)), by })
  }
  const lost = addPence(...decision.events.map((event) => (event.type === 'payment-lost' ? event.amountPence : (0 as Pence))))
  if (lost > 0) await post(tx, { kind: 'dispute', on, source: `dispute:${disputeId}`, note: why, lines: move(lost, cardService, heldOf(paymentId)), by })
  const charged = addPence(subtractPence(amountPence, lost), feePence)
  if (charged > 0) await post(tx, { kind: 'dispute', on, source: `dispute:${disputeId}:charges`, note: 'Charged by the card service', lines: move(charged, cardService, charges), by })
  await reopenWhatItSettled(tx, { allocations: releases }, why, by)
}
