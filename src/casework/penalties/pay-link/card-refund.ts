import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import type { Instant, Pence } from '#values'

/** `asked`: approved here, and the card service has not answered yet. Then in its own words; the last two are final. */
export const cardRefundStatuses = ['asked', 'submitted', 'success', 'error'] as const
export type CardRefundStatus = (typeof cardRefundStatuses)[number]

/** Money on its way back to the card that paid. */
export interface CardRefund {
  readonly id: string
  readonly caseId: string
  readonly paymentId: string
  /** The card service’s number of the payment that is paid back. */
  readonly providerId: string
  readonly amountPence: Pence
  readonly askedAt: Instant
  /** The card service’s number of the refund, once it has answered. */
  readonly refundId: string | null
  readonly status: CardRefundStatus
}

export interface CardRefundAsked extends Happening, Omit<CardRefund, 'id' | 'refundId' | 'status'> {
  readonly type: 'card-refund-asked'
  readonly cardRefundId: string
}

export interface CardRefundMoved extends Happening {
  readonly type: 'card-refund-moved'
  readonly status: CardRefundStatus
  /** Null where the card service never took it. */
  readonly refundId: string | null
  readonly why: string
}

export type CardRefundEvent = CardRefundAsked | CardRefundMoved

export function evolveCardRefund(state: CardRefund | undefined, event: CardRefundEvent): CardRefund {
  if (event.type === 'card-refund-asked') {
    const { type: _type, under: _under, cardRefundId, ...facts } = event
    return { ...facts, id: cardRefundId, refundId: null, status: 'asked' }
  }
  if (state === undefined) throw new Error('A refund is asked before it moves')
  return { ...state, status: event.status, refundId: event.refundId ?? state.refundId }
}

/** What the card service says, told twice or out of order: a refund never goes back, and what is final stays so. */
export function moveCardRefund(refund: CardRefund | undefined, told: Omit<CardRefundMoved, 'type' | 'under'>): Decision<CardRefundMoved> {
  if (refund === undefined) return refuse('no-such-card-payment')
  const isFinal = refund.status === 'success' || refund.status === 'error'
  if (isFinal || cardRefundStatuses.indexOf(told.status) <= cardRefundStatuses.indexOf(refund.status)) return announce()
  return announce({ type: 'card-refund-moved', ...told })
}
