import type { Happening } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { StatementEntry } from './statement.ts'

/** `waiting`: nobody has said yet what it is for. */
export const bankEntryStages = ['waiting', 'matched', 'set-aside'] as const
export type BankEntryStage = (typeof bankEntryStages)[number]

/** `payment`: it became one. `recorded`: somebody had recorded it by hand before the statement came. `return`: the bank took a payment back. */
export type MatchHow = 'payment' | 'recorded' | 'return'

/** What a person said it is. */
export interface Match {
  readonly how: MatchHow
  readonly caseId: string
  readonly paymentId: string
  readonly matchedBy: Named
  readonly matchedOn: CalendarDate
}

/** A movement on our bank account that was taken in. */
export interface BankEntry extends StatementEntry {
  readonly id: string
  readonly fileId: string
  readonly account: string
  readonly stage: BankEntryStage
  readonly match: Match | null
  /** How often it has been matched: each becomes a payment of its own. */
  readonly timesMatched: number
  readonly setAside: { readonly reasons: string; readonly by: Named; readonly on: CalendarDate } | null
}

export interface BankEntryTakenIn extends Happening, StatementEntry {
  readonly type: 'bank-entry-taken-in'
  readonly entryId: string
  readonly fileId: string
  readonly account: string
}

export interface BankEntryMatched extends Happening {
  readonly type: 'bank-entry-matched'
  readonly match: Match
}

/** It was booked to the wrong case, and waits again. */
export interface BankEntryUnmatched extends Happening {
  readonly type: 'bank-entry-unmatched'
  readonly reasons: string
}

/** It is for no penalty. The money stays in suspense, where everybody sees it. */
export interface BankEntrySetAside extends Happening {
  readonly type: 'bank-entry-set-aside'
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

export interface BankEntryBroughtBack extends Happening {
  readonly type: 'bank-entry-brought-back'
  readonly reasons: string
}

export type BankEntryEvent = BankEntryTakenIn | BankEntryMatched | BankEntryUnmatched | BankEntrySetAside | BankEntryBroughtBack

export function evolveBankEntry(state: BankEntry | undefined, event: BankEntryEvent): BankEntry {
  if (event.type === 'bank-entry-taken-in') {
    const { type: _type, under: _under, entryId, ...facts } = event
    return { ...facts, id: entryId, stage: 'waiting', match: null, timesMatched: 0, setAside: null }
  }
  if (state === undefined) throw new Error(`A movement cannot begin with ${event.type}`)
  switch (event.type) {
    case 'bank-entry-matched':
      return { ...state, stage: 'matched', match: event.match, timesMatched: state.timesMatched + 1 }
    case 'bank-entry-unmatched':
      return { ...state, stage: 'waiting', match: null }
    case 'bank-entry-set-aside':
      return { ...state, stage: 'set-aside', setAside: { reasons: event.reasons, by: event.by, on: event.on } }
    case 'bank-entry-brought-back':
      return { ...state, stage: 'waiting', setAside: null }
  }
}
