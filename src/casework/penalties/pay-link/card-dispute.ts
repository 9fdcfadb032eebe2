import { announce, type Decision, type Happening } from '#platform/decisions'
import type { CalendarDate, Pence } from '#values'

/** In the card service’s words and order; the last two are final. */
export const disputeStatuses = ['needs_response', 'under_review', 'won', 'lost'] as const
export type DisputeStatus = (typeof disputeStatuses)[number]

/** What the card service tells of one dispute. */
export interface DisputeTold {
  readonly disputeId: string
  readonly providerId: string
  readonly amountPence: Pence
  /** What the card service asks of us for a lost one; nothing while it is not lost. */
  readonly feePence: Pence
  /** Why, in the card service’s word for it. */
  readonly reason: string
  readonly raisedOn: CalendarDate
  /** The last day for our evidence, as the card service gives it. */
  readonly evidenceDueOn: CalendarDate | null
  readonly status: DisputeStatus
}

/** Somebody who paid by card asked their bank for the money back. The bank decides. */
export interface CardDispute extends DisputeTold {
  readonly id: string
  readonly caseId: string
  readonly paymentId: string
}

export interface DisputeRaised extends Happening, Omit<CardDispute, 'id'> {
  readonly type: 'card-dispute-raised'
  readonly cardDisputeId: string
}

export interface DisputeMoved extends Happening {
  readonly type: 'card-dispute-moved'
  readonly status: DisputeStatus
  readonly feePence: Pence
}

export type DisputeEvent = DisputeRaised | DisputeMoved

export function evolveDispute(state: CardDispute | undefined, event: DisputeEvent): CardDispute {
  if (event.type === 'card-dispute-raised') {
    const { type: _type, under: _under, cardDisputeId, ...facts } = event
    return { ...facts, id: cardDisputeId }
  }
  if (state === undefined) throw new Error('A dispute is raised before it moves')
  return { ...state, status: event.status, feePence: event.feePence }
}

export interface Disputed extends Pick<CardDispute, 'caseId' | 'paymentId'> {
  readonly cardDisputeId: string
}

/** Heard again and again, and first perhaps when it is over: a dispute never goes back, and what is final stays so. */
export function hearDispute(dispute: CardDispute | undefined, told: DisputeTold, of: Disputed): Decision<DisputeRaised | DisputeMoved> {
  if (dispute === undefined) return announce<DisputeRaised | DisputeMoved>({ type: 'card-dispute-raised', ...of, ...told })
  const isFinal = dispute.status === 'won' || dispute.status === 'lost'
  if (isFinal || disputeStatuses.indexOf(told.status) <= disputeStatuses.indexOf(dispute.status)) return announce()
  return announce<DisputeRaised | DisputeMoved>({ type: 'card-dispute-moved', status: told.status, feePence: told.feePence })
}
