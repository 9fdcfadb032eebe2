import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import type { CalendarDate } from '#values'
import { refundByOneMaxPence } from '../limits.ts'
import type { Named } from '../penalty/penalty.ts'
import { isIban } from './iban.ts'
import type { Payment, PreparedRefund, RefundPaid, RefundPrepared, RefundSentBack } from './payment.ts'

/** Finance says where the money goes. A small refund is paid with that; a larger one waits for a second officer. */
export function prepareRefund(payment: Payment | undefined, prepared: PreparedRefund): Decision<RefundPrepared | RefundPaid> {
  if (payment === undefined) return refuse('no-such-payment')
  const { refund } = payment
  if (refund === null) return refuse('no-refund-proposed')
  if (refund.prepared !== null) return refuse('refund-waits-for-approval')
  if (prepared.reasons.trim() === '') return refuse('reasons-needed')
  if (!isIban(prepared.account)) return refuse('not-an-account')

  const ready: RefundPrepared = { type: 'refund-prepared', ...prepared }
  if (refund.amountPence > refundByOneMaxPence) return announce<RefundPrepared | RefundPaid>(ready)
  const paid = { ...prepared, amountPence: refund.amountPence, paidOn: prepared.preparedOn, approvedBy: null, approvalReasons: null }
  return announce<RefundPrepared | RefundPaid>(ready, { type: 'refund-paid', refund: paid })
}

export interface Approving {
  readonly approve: boolean
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

/** The second officer approves with a reason and the money goes, or sends it back. */
export function approveRefund(payment: Payment | undefined, { approve, reasons, by, on }: Approving): Decision<RefundPaid | RefundSentBack> {
  if (payment === undefined) return refuse('no-such-payment')
  const { refund } = payment
  const prepared = refund?.prepared ?? null
  if (refund === null || prepared === null) return refuse('no-refund-waits')
  const refusal = notTheirs(prepared, { reasons, by })
  if (refusal !== undefined) return refusal
  if (!approve) return announce({ type: 'refund-sent-back', reasons, sentBackBy: by })
  return announce({ type: 'refund-paid', refund: { ...prepared, amountPence: refund.amountPence, paidOn: on, approvedBy: by, approvalReasons: reasons } })
}

function notTheirs({ preparedBy }: PreparedRefund, { reasons, by }: Pick<Approving, 'reasons' | 'by'>): Refusal | undefined {
  if (preparedBy.officerId === by.officerId) return refuse('refund-prepared-by-the-same-person')
  return reasons.trim() === '' ? refuse('reasons-needed') : undefined
}
