import { announce, refuse, type Decision } from '#platform/decisions'
import { addPence, pence, subtractPence, type CalendarDate, type Pence } from '#values'
import type { AllocationReleased, Payment, PaymentLost } from './payment.ts'

export interface Losing {
  readonly disputeId: string
  readonly amountPence: Pence
  readonly on: CalendarDate
  readonly why: string
}

/** The payer’s bank took so much back: first what is held, then what had been set against debts. What was paid back before cannot be lost again here. */
export function loseToDispute(payment: Payment | undefined, { disputeId, amountPence, on, why }: Losing): Decision<AllocationReleased | PaymentLost> {
  if (payment === undefined) return refuse('no-such-payment')
  const { heldPence, allocations } = payment
  const lostPence = pence(Math.min(amountPence, addPence(heldPence, ...allocations.map((each) => each.amountPence))))
  if (lostPence === 0) return announce()

  let missing = pence(Math.max(0, lostPence - heldPence))
  const releases = allocations.flatMap(({ penaltyId, amountPence: there }): readonly AllocationReleased[] => {
    const taken = pence(Math.min(missing, there))
    missing = subtractPence(missing, taken)
    return taken === 0 ? [] : [{ type: 'allocation-released', penaltyId, amountPence: taken, why }]
  })
  return announce<AllocationReleased | PaymentLost>(...releases, { type: 'payment-lost', disputeId, amountPence: lostPence, on, why })
}
