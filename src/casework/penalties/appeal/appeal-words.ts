import type { Appeal, AppealCourt, AppealOutcome, AppealStanding, DiaryKind, DiaryParty } from './appeal.ts'

export const courtWords: Readonly<Record<AppealCourt, string>> = { 'county-court': 'County court', 'sheriff-court': 'Sheriff court', 'high-court': 'High Court', 'court-of-appeal': 'Court of Appeal', 'sheriff-appeal-court': 'Sheriff Appeal Court', 'court-of-session': 'Court of Session', 'supreme-court': 'Supreme Court' }

/** Nobody is told that they are out of time by us: the court gives permission or does not. */
export const standingSentences: Readonly<Record<AppealStanding, string>> = {
  'in-time': 'Lodged in time.',
  'late-on-one-reading': 'In time by the 28 days of the former official guide, late by the older 21 days. The court decides.',
  'late': 'Lodged after the last day on either reading. The court decides whether to hear it.',
  'taken-further': 'Taken further, or sent back. Whether it is in time, and whether it may be heard, is the court’s to say.',
}

export const diaryKindWords: Readonly<Record<DiaryKind, string>> = {
  'hearing': 'Hearing',
  'file-bundle': 'File the bundle',
  'file-response': 'File a response',
  'serve-evidence': 'Serve evidence',
  'pay-fee': 'Pay a fee',
  'other-direction': 'Other direction',
}

export const partyWords: Readonly<Record<DiaryParty, string>> = { us: 'Us', appellant: 'The appellant', court: 'The court' }

export const outcomeWords: Readonly<Record<AppealOutcome, string>> = {
  dismissed: 'Dismissed: the penalty stands',
  reduced: 'Reduced by the court',
  cancelled: 'Cancelled by the court',
  withdrawn: 'Withdrawn by the appellant',
  remitted: 'Sent back to be heard again',
  conceded: 'Conceded by us',
}

/** An appeal in one line of a list. */
export function appealLine({ id, claimNumber, courtName, conclusion }: Appeal) {
  return { id, claimNumber, courtName, outcome: conclusion && outcomeWords[conclusion.outcome] }
}
