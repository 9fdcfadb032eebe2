import { announce, refuse, type Decision } from '#platform/decisions'
import { isBefore, type CalendarDate } from '#values'
import type { AllocationReleased, Payment, PaymentReturned } from './payment.ts'

export interface Returning {
  readonly on: CalendarDate
  readonly reasons: string
}

/** The bank took the money back: what it paid is owed again, and nothing of it is left here. */
export function returnPayment(payment: Payment | undefined, { on, reasons }: Returning): Decision<AllocationReleased | PaymentReturned> {
  if (payment === undefined) return refuse('no-such-payment')
  if (payment.returned !== null) return refuse('payment-returned-already')
  if (!isWhole(payment)) return refuse('paid-back-already')
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (isBefore(on, payment.receivedOn)) return refuse('returned-before-received')
  const releases = payment.allocations.map((allocation): AllocationReleased => ({ type: 'allocation-released', ...allocation, why: reasons }))
  return announce<AllocationReleased | PaymentReturned>(...releases, { type: 'payment-returned', on, reasons })
}

/** All of it is still here: nothing was taken back, paid back or lost. */
export function isWhole({ returned, refunds, lostPence }: Payment): boolean {
  return returned === null && refunds.every(({ failed }) => failed !== undefined) && lostPence === 0
}
