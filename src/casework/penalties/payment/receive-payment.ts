import { announce, refuse, type Decision } from '#platform/decisions'
import { daysBetween, isAfter, type CalendarDate } from '#values'
import { samePaymentDays } from '../limits.ts'
import type { Payment, PaymentReceived } from './payment.ts'

export interface Receipt extends Omit<PaymentReceived, 'type' | 'under'> {
  readonly recordedOn: CalendarDate
}

/** Money is recorded as it came, before anybody says what it is for. */
export function receivePayment(existing: Payment | undefined, { recordedOn, ...receipt }: Receipt): Decision<PaymentReceived> {
  if (existing !== undefined) return sameAgain(existing, receipt)
  if (receipt.amountPence <= 0) return refuse('nothing-paid')
  if (isAfter(receipt.receivedOn, recordedOn)) return refuse('paid-in-future')
  return announce({ type: 'payment-received', ...receipt })
}

/** A reference told twice with the same facts is the same payment; with others it is a mistake somebody must look at. */
function sameAgain(existing: Payment, { amountPence, receivedOn }: Pick<PaymentReceived, 'amountPence' | 'receivedOn'>): Decision<PaymentReceived> {
  return existing.amountPence === amountPence && existing.receivedOn === receivedOn ? announce() : refuse('reference-used')
}

/** The same amount within some days under another reference: typed by two people, or from the slip and from the statement. */
export function isLikelyRecorded(recorded: readonly Payment[], { amountPence, receivedOn, reference }: Pick<PaymentReceived, 'amountPence' | 'receivedOn' | 'reference'>): boolean {
  return recorded.some((payment) => payment.returned === null && payment.amountPence === amountPence && payment.reference !== reference && Math.abs(daysBetween(payment.receivedOn, receivedOn)) <= samePaymentDays)
}
