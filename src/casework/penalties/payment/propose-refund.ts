import { announce, refuse, type Decision } from '#platform/decisions'
import type { Payment, RefundProposed } from './payment.ts'

/** Money held that no debt of the case can take is offered back; a person in finance decides on the refund. */
export function proposeRefund(payment: Payment | undefined, why: string): Decision<RefundProposed> {
  if (payment === undefined) return refuse('no-such-payment')
  const { heldPence, refund } = payment
  if (heldPence === 0 || refund?.amountPence === heldPence) return announce()
  return announce({ type: 'refund-proposed', amountPence: heldPence, why })
}
