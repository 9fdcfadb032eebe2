import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import type { Instant, Pence } from '#values'

/** In the order in which they come; those after `capturable` are final. `asked` is ours, before the provider has answered. */
export const cardStatuses = ['asked', 'created', 'started', 'submitted', 'capturable', 'success', 'failed', 'cancelled', 'error'] as const
export type CardStatus = (typeof cardStatuses)[number]

const finals: readonly CardStatus[] = ['success', 'failed', 'cancelled', 'error']

/** One attempt to pay by card. */
export interface CardPayment {
  readonly id: string
  readonly linkId: string
  readonly caseId: string
  readonly penaltyId: string
  readonly amountPence: Pence
  readonly askedAt: Instant
  /** The provider's own number, once it has answered. */
  readonly providerId: string | null
  /** Where the payer goes on. */
  readonly nextUrl: string | null
  readonly status: CardStatus
  /** The provider's code for why it failed: P0010 and its kin. */
  readonly code: string | null
  /** The payment it became in the ledger. */
  readonly bookedAs: string | null
}

export interface CardPaymentAsked extends Happening, Pick<CardPayment, 'linkId' | 'caseId' | 'penaltyId' | 'amountPence' | 'askedAt'> {
  readonly type: 'card-payment-asked'
  readonly cardPaymentId: string
}

export interface CardPaymentCreated extends Happening {
  readonly type: 'card-payment-created'
  readonly providerId: string
  readonly nextUrl: string
}

export interface CardPaymentMoved extends Happening {
  readonly type: 'card-payment-moved'
  readonly status: CardStatus
  readonly code: string | null
}

export interface CardPaymentBooked extends Happening {
  readonly type: 'card-payment-booked'
  readonly paymentId: string
}

export type CardPaymentEvent = CardPaymentAsked | CardPaymentCreated | CardPaymentMoved | CardPaymentBooked

export function evolveCardPayment(state: CardPayment | undefined, event: CardPaymentEvent): CardPayment {
  if (event.type === 'card-payment-asked') {
    const { type: _type, under: _under, cardPaymentId, ...facts } = event
    return { ...facts, id: cardPaymentId, providerId: null, nextUrl: null, status: 'asked', code: null, bookedAs: null }
  }
  if (state === undefined) throw new Error(`A card payment cannot begin with ${event.type}`)
  switch (event.type) {
    case 'card-payment-created':
      return { ...state, status: 'created', providerId: event.providerId, nextUrl: event.nextUrl }
    case 'card-payment-moved':
      return { ...state, status: event.status, code: event.code }
    case 'card-payment-booked':
      return { ...state, bookedAs: event.paymentId }
  }
}

export function isFinal({ status }: Pick<CardPayment, 'status'>): boolean {
  return finals.includes(status)
}

/** What the provider says, in whatever order: a payment never goes back, and once it succeeded or failed it stays so. */
export function movePayment(payment: CardPayment | undefined, status: CardStatus, code: string | null): Decision<CardPaymentMoved> {
  if (payment === undefined) return refuse('no-such-card-payment')
  if (isFinal(payment) || cardStatuses.indexOf(status) <= cardStatuses.indexOf(payment.status)) return announce()
  return announce({ type: 'card-payment-moved', status, code })
}
