import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import type { CalendarDate } from '#values'
import { refundByOneMaxPence } from '../limits.ts'
import type { Named } from '../penalty/penalty.ts'
import { isIban } from './iban.ts'
import type { Payment, PreparedRefund, RefundFailed, RefundPaid, RefundPrepared, RefundSentBack } from './payment.ts'

/** Finance says where the money goes. A small refund to an account is paid with that; a larger one, and any to a card, waits for a second officer. */
export function prepareRefund(payment: Payment | undefined, prepared: PreparedRefund): Decision<RefundPrepared | RefundPaid> {
  if (payment === undefined) return refuse('no-such-payment')
  const { refund } = payment
  if (refund === null) return refuse('no-refund-proposed')
  if (refund.prepared !== null) return refuse('refund-waits-for-approval')
  if (prepared.reasons.trim() === '') return refuse('reasons-needed')
  if (prepared.toCard === undefined && !isIban(prepared.account)) return refuse('not-an-account')

  const ready: RefundPrepared = { type: 'refund-prepared', ...prepared }
  if (needsTwo(refund.amountPence, prepared)) return announce<RefundPrepared | RefundPaid>(ready)
  const paid = { ...prepared, amountPence: refund.amountPence, paidOn: prepared.preparedOn, approvedBy: null, approvalReasons: null }
  return announce<RefundPrepared | RefundPaid>(ready, { type: 'refund-paid', refund: paid })
}

export function needsTwo(amountPence: number, { toCard }: Pick<PreparedRefund, 'toCard'>): boolean {
  return toCard === true || amountPence > refundByOneMaxPence
}

export interface Approving {
  readonly approve: boolean
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
  /** Names the refund at the card service, where it goes back to a card. */
  readonly cardRefundId?: string
}

/** The second officer approves with a reason and the money goes, or sends it back. */
export function approveRefund(payment: Payment | undefined, { approve, reasons, by, on, cardRefundId }: Approving): Decision<RefundPaid | RefundSentBack> {
  if (payment === undefined) return refuse('no-such-payment')
  const { refund } = payment
  const prepared = refund?.prepared ?? null
  if (refund === null || prepared === null) return refuse('no-refund-waits')
  const refusal = notTheirs(prepared, { reasons, by })
  if (refusal !== undefined) return refusal
  if (!approve) return announce({ type: 'refund-sent-back', reasons, sentBackBy: by })
  const atCard = prepared.toCard === undefined || cardRefundId === undefined ? {} : { cardRefundId }
  return announce({ type: 'refund-paid', refund: { ...prepared, amountPence: refund.amountPence, paidOn: on, approvedBy: by, approvalReasons: reasons, ...atCard } })
}

function notTheirs({ preparedBy }: PreparedRefund, { reasons, by }: Pick<Approving, 'reasons' | 'by'>): Refusal | undefined {
  if (preparedBy.officerId === by.officerId) return refuse('refund-prepared-by-the-same-person')
  return reasons.trim() === '' ? refuse('reasons-needed') : undefined
}

/** The card would not take it: it is held again, and offered back another way. */
export function failRefund(payment: Payment | undefined, failing: Omit<RefundFailed, 'type' | 'under'>): Decision<RefundFailed> {
  if (payment === undefined) return refuse('no-such-payment')
  const went = payment.refunds.find(({ cardRefundId }) => cardRefundId === failing.cardRefundId)
  return went === undefined || went.failed !== undefined ? announce() : announce({ type: 'refund-failed', ...failing })
}
