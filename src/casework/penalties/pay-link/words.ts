import type { StateWords } from '../case/words.ts'
import type { DisputeStatus } from './card-dispute.ts'
import type { CardStatus } from './card-payment.ts'
import type { CardRefundStatus } from './card-refund.ts'

export const cardWords: Readonly<Record<CardStatus, StateWords>> = {
  asked: { word: 'Begun', kind: 'going' },
  created: { word: 'Begun', kind: 'going' },
  started: { word: 'Entering the card', kind: 'going' },
  submitted: { word: 'With the bank', kind: 'waiting' },
  capturable: { word: 'With the bank', kind: 'waiting' },
  success: { word: 'Paid', kind: 'done' },
  failed: { word: 'Not paid', kind: 'stop' },
  cancelled: { word: 'Cancelled', kind: 'quiet' },
  error: { word: 'Failed at the provider', kind: 'stop' },
}

export const cardRefundWords: Readonly<Record<CardRefundStatus, StateWords>> = {
  asked: { word: 'Waits for the card service', kind: 'waiting' },
  submitted: { word: 'With the card’s bank', kind: 'waiting' },
  success: { word: 'Arrived at the card', kind: 'done' },
  error: { word: 'Did not arrive', kind: 'stop' },
}

export const disputeWords: Readonly<Record<DisputeStatus, StateWords>> = {
  needs_response: { word: 'Evidence is wanted', kind: 'look' },
  under_review: { word: 'The bank looks at it', kind: 'waiting' },
  won: { word: 'Decided for us', kind: 'done' },
  lost: { word: 'Decided for the payer', kind: 'stop' },
}

const disputeReasons: Readonly<Record<string, string>> = {
  credit_not_processed: 'They say that a refund was promised and did not come', duplicate: 'They say that they paid twice', fraudulent: 'They say that they did not pay',
  general: 'Their bank gives no reason', product_not_received: 'They say that they got nothing for it', product_unacceptable: 'They say that it was not as described',
  unrecognised: 'They do not know the payment', subscription_cancelled: 'They say that they had cancelled it',
}

/** Why, as the payer’s bank gives it. */
export function disputeReasonWords(reason: string): string {
  return disputeReasons[reason] ?? 'Their bank gives another reason'
}

interface InBoth {
  readonly en: string
  readonly fr: string
}

const failed: Readonly<Record<string, InBoth>> = {
  P0010: { en: 'Your bank did not take the card. Nothing was paid. Try another card, or pay by bank transfer.', fr: 'Votre banque a refusé la carte. Rien n’a été payé. Essayez une autre carte ou un virement.' },
  P0020: { en: 'The time to enter the card ran out. Nothing was paid. Begin again.', fr: 'Le délai de saisie est écoulé. Rien n’a été payé. Recommencez.' },
  P0030: { en: 'You stopped the payment. Nothing was paid.', fr: 'Vous avez annulé le paiement. Rien n’a été payé.' },
  P0040: { en: 'The payment was stopped. Nothing was paid. Begin again.', fr: 'Le paiement a été interrompu. Rien n’a été payé. Recommencez.' },
  P0050: { en: 'The card service had a fault. Nothing was paid. Try again later, or pay by bank transfer.', fr: 'Le service de carte a eu une défaillance. Rien n’a été payé. Réessayez plus tard ou payez par virement.' },
}

const unknownFailure: InBoth = { en: 'The payment did not go through. Nothing was paid.', fr: 'Le paiement n’a pas abouti. Rien n’a été payé.' }

/** What a payer is told of a payment that failed, by the provider's code. */
export function failureWords(code: string | null): InBoth {
  return failed[code ?? ''] ?? unknownFailure
}
