import type { LetterDocument } from './document.store.ts'
import type { Purpose } from './letter-facts.ts'

/** How the page of each kind of letter ends. */
export const letterPageEnds: Readonly<Record<Purpose, string>> = { 'penalty-notice': 'notice', 'objection-decision': 'decision-letter', 'amount-corrected': 'correction-letter', 'covering-letter': 'covering-letter', 'reminder': 'reminder', 'letter-before-action': 'letter-before-action' }

/** The page on which one letter is read. */
export function letterAddress({ id, penaltyId, purpose }: Pick<LetterDocument, 'id' | 'penaltyId' | 'purpose'>): string {
  return `/penalties/${penaltyId}/${letterPageEnds[purpose]}?of=${id}`
}
