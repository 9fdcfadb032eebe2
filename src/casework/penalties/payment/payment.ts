import type { Happening } from '#platform/decisions'
import { addPence, type CalendarDate, type Pence } from '#values'
import type { Named } from '../penalty/penalty.ts'

export const paymentMethods = ['bank-transfer', 'card', 'cash-at-port', 'cheque'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

export interface Allocation {
  readonly penaltyId: string
  readonly amountPence: Pence
}

/** Where the money goes back to, and why there: made ready by one officer, and above a limit approved by another. */
export interface PreparedRefund {
  readonly payee: string
  /** An IBAN; empty where it goes back to the card. */
  readonly account: string
  /** It goes back to the card that paid. Absent where it goes to an account. */
  readonly toCard?: true
  readonly reasons: string
  readonly preparedBy: Named
  readonly preparedOn: CalendarDate
}

export interface RefundProposal {
  readonly amountPence: Pence
  readonly why: string
  readonly prepared: PreparedRefund | null
}

/** Money that went back. */
export interface PaidRefund extends PreparedRefund {
  readonly amountPence: Pence
  readonly paidOn: CalendarDate
  /** Null where it was small enough for one. */
  readonly approvedBy: Named | null
  readonly approvalReasons: string | null
  /** The refund at the card service, for one that goes back to a card. */
  readonly cardRefundId?: string
  /** It did not arrive, so the money is held again. */
  readonly failed?: { readonly on: CalendarDate; readonly why: string }
}

/** Money that arrived, and where it went. What fits no debt is held, never lost and never taken. */
export interface Payment {
  readonly id: string
  readonly caseId: string
  readonly receivedOn: CalendarDate
  readonly amountPence: Pence
  readonly payer: string
  readonly method: PaymentMethod
  /** The bank's or terminal's own reference: the same one twice is the same payment. */
  readonly reference: string
  readonly allocations: readonly Allocation[]
  readonly heldPence: Pence
  /** What is to be offered back, once nothing is left that it could be set against. */
  readonly refund: RefundProposal | null
  readonly refunds: readonly PaidRefund[]
  /** What the payer’s bank took back of it in disputes. */
  readonly lostPence: Pence
  /** The bank took it back. */
  readonly returned: { readonly on: CalendarDate; readonly reasons: string } | null
}

export interface PaymentReceived extends Happening {
  readonly type: 'payment-received'
  /** It was received before, in the books of another system. */
  readonly imported?: true
  readonly paymentId: string
  readonly caseId: string
  readonly receivedOn: CalendarDate
  readonly amountPence: Pence
  readonly payer: string
  readonly method: PaymentMethod
  readonly reference: string
}

export interface PaymentAllocated extends Happening, Allocation {
  readonly type: 'payment-allocated'
}

export interface AllocationReleased extends Happening, Allocation {
  readonly type: 'allocation-released'
  readonly why: string
}

export interface RefundProposed extends Happening {
  readonly type: 'refund-proposed'
  readonly amountPence: Pence
  readonly why: string
}

export interface RefundPrepared extends Happening, PreparedRefund {
  readonly type: 'refund-prepared'
}

/** Not approved: it is made ready again. */
export interface RefundSentBack extends Happening {
  readonly type: 'refund-sent-back'
  readonly reasons: string
  readonly sentBackBy: Named
}

export interface RefundPaid extends Happening {
  readonly type: 'refund-paid'
  readonly refund: PaidRefund
}

/** The card would not take it: the money is held again. */
export interface RefundFailed extends Happening {
  readonly type: 'refund-failed'
  readonly cardRefundId: string
  readonly on: CalendarDate
  readonly why: string
}

/** So much of what was held went back to the payer’s bank, which decided a dispute for the payer. */
export interface PaymentLost extends Happening {
  readonly type: 'payment-lost'
  readonly disputeId: string
  readonly amountPence: Pence
  readonly on: CalendarDate
  readonly why: string
}

export interface RefundWithdrawn extends Happening {
  readonly type: 'refund-withdrawn'
}

export interface PaymentReturned extends Happening {
  readonly type: 'payment-returned'
  readonly on: CalendarDate
  readonly reasons: string
}

export type PaymentEvent =
  | PaymentReceived | PaymentAllocated | AllocationReleased | PaymentReturned
  | RefundProposed | RefundWithdrawn | RefundPrepared | RefundSentBack | RefundPaid | RefundFailed | PaymentLost

export function allocatedTo({ allocations }: Pick<Payment, 'allocations'>, penaltyId: string): Pence {
  return addPence(...allocations.filter((each) => each.penaltyId === penaltyId).map(({ amountPence }) => amountPence))
}
