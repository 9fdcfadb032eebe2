import { announce, refuse, type Decision } from '#platform/decisions'
import { pence, type Pence } from '#values'
import type { Payment, PaymentAllocated, RefundWithdrawn } from './payment.ts'

export interface Allocating {
  readonly penaltyId: string
  readonly amountPence: Pence
  /** What the ledger says is still owed on that penalty. */
  readonly owedPence: Pence
}

/** Sets held money against a debt: never more than is held, never more than is owed. */
export function allocatePayment(payment: Payment | undefined, { penaltyId, amountPence, owedPence }: Allocating): Decision<PaymentAllocated | RefundWithdrawn> {
  if (payment === undefined) return refuse('no-such-payment')
  if (payment.returned !== null) return refuse('payment-returned-already')
  if (amountPence <= 0) return refuse('nothing-to-allocate')
  if (amountPence > payment.heldPence) return refuse('more-than-is-held')
  if (amountPence > owedPence) return refuse('more-than-is-owed')

  const allocated: PaymentAllocated = { type: 'payment-allocated', penaltyId, amountPence }
  return payment.refund === null ? announce<PaymentAllocated | RefundWithdrawn>(allocated) : announce<PaymentAllocated | RefundWithdrawn>({ type: 'refund-withdrawn' }, allocated)
}

/** As much of what is held as the debt can take. */
export function whatFits(heldPence: Pence, owedPence: Pence): Pence {
  return pence(Math.min(heldPence, owedPence))
}
