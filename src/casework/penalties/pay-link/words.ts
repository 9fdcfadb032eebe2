import type { StateWords } from '../case/words.ts'
import type { CardStatus } from './card-payment.ts'

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
