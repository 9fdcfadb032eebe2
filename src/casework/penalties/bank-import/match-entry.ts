import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { BankEntry, BankEntryBroughtBack, BankEntryMatched, BankEntrySetAside, BankEntryUnmatched, Match } from './bank-entry.ts'

/** Why nobody can say now what this movement is for; undefined when somebody can. */
export function notWaiting(entry: BankEntry | undefined): Refusal | undefined {
  if (entry === undefined) return refuse('no-such-bank-entry')
  return entry.stage === 'waiting' ? undefined : refuse('bank-entry-answered')
}

/** A person says which payment it is. */
export function matchEntry(entry: BankEntry | undefined, match: Match): Decision<BankEntryMatched> {
  return notWaiting(entry) ?? announce({ type: 'bank-entry-matched', match })
}

export function unmatchEntry(entry: BankEntry | undefined, reasons: string): Decision<BankEntryUnmatched> {
  if (entry === undefined) return refuse('no-such-bank-entry')
  if (entry.stage !== 'matched') return refuse('bank-entry-not-matched')
  return reasons.trim() === '' ? refuse('reasons-needed') : announce({ type: 'bank-entry-unmatched', reasons })
}

/** For no penalty: bank fees, or money meant for somebody else. */
export function setEntryAside(entry: BankEntry | undefined, { reasons, by, on }: { readonly reasons: string; readonly by: Named; readonly on: CalendarDate }): Decision<BankEntrySetAside> {
  const refusal = notWaiting(entry)
  if (refusal !== undefined) return refusal
  return reasons.trim() === '' ? refuse('reasons-needed') : announce({ type: 'bank-entry-set-aside', reasons, by, on })
}

export function bringEntryBack(entry: BankEntry | undefined, reasons: string): Decision<BankEntryBroughtBack> {
  if (entry === undefined) return refuse('no-such-bank-entry')
  if (entry.stage !== 'set-aside') return refuse('bank-entry-not-set-aside')
  return reasons.trim() === '' ? refuse('reasons-needed') : announce({ type: 'bank-entry-brought-back', reasons })
}
