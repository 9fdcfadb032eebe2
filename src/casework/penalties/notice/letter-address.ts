import type { LetterDocument } from './document.store.ts'
import type { PenaltyPurpose } from './letter-facts.ts'

/** How the page of each kind of letter about a penalty ends. */
export const letterPageEnds: Readonly<Record<PenaltyPurpose, string>> = { 'penalty-notice': 'notice', 'objection-decision': 'decision-letter', 'amount-corrected': 'correction-letter', 'covering-letter': 'covering-letter', 'reminder': 'reminder', 'letter-before-action': 'letter-before-action' }

/** The page on which one letter is read. */
export function letterAddress({ id, caseId, penaltyId, purpose }: Pick<LetterDocument, 'id' | 'penaltyId' | 'purpose'> & { readonly caseId: string }): string {
  return purpose === 'information-request' ? `/cases/${caseId}/requests/${id}/letter` : `/penalties/${penaltyId}/${letterPageEnds[purpose]}?of=${id}`
}
