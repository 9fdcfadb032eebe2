import type { StateWords } from '../case/words.ts'
import type { BankEntryStage, Match } from './bank-entry.ts'
import type { RowStanding } from './judge-rows.ts'
import type { MatchGround } from './propose-matches.ts'
import type { RowFault } from './statement.ts'

export const standingWords: Readonly<Record<RowStanding, StateWords>> = {
  new: { word: 'Would be taken in', kind: 'going' },
  known: { word: 'Taken in before', kind: 'quiet' },
  twice: { word: 'Twice in this file', kind: 'look' },
  faulty: { word: 'Left out', kind: 'stop' },
}

export const faultWords: Readonly<Record<RowFault, string>> = {
  'no-reference': 'The bank gave it no number, so a repeat could not be told.',
  'no-amount': 'The amount cannot be read as pounds and pence.',
  'not-pounds': 'It is not in pounds. The debt is owed in pounds; ask the bank what it converted to.',
  'no-day': 'The day it was booked cannot be read.',
  'not-booked': 'The bank has not booked it yet; it comes again once it has.',
  'parts-differ': 'It is a batch whose parts do not come to the whole.',
}

export const entryStageWords: Readonly<Record<BankEntryStage, StateWords>> = {
  'waiting': { word: 'Say what it is for', kind: 'look' },
  'matched': { word: 'Matched', kind: 'done' },
  'set-aside': { word: 'Set aside', kind: 'look' },
  'sent-back': { word: 'Sent back', kind: 'done' },
}

export const groundWords: Readonly<Record<MatchGround, string>> = {
  'reference': 'its reference is written',
  'case-reference': 'the case is written',
  'amount': 'it owes just this much',
  'payer': 'the payer is named in the case',
}

export const matchWords: Readonly<Record<Match['how'], string>> = {
  payment: 'Booked as a payment', recorded: 'Recorded by hand before', return: 'The bank took this payment back', payout: 'Many payments in one movement',
}
