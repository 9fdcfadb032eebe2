import type { Happening } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { Account } from '../payment/account.ts'
import type { StatementEntry } from './statement.ts'

/** `waiting`: nobody has said yet what it is for. */
export const bankEntryStages = ['waiting', 'matched', 'set-aside', 'sent-back'] as const
export type BankEntryStage = (typeof bankEntryStages)[number]

/** `payment`: it became one. `recorded`: somebody had recorded it by hand before the statement came. `return`: the bank took a payment back. */
export type MatchHow = 'payment' | 'recorded' | 'return'

interface Said {
  readonly matchedBy: Named
  readonly matchedOn: CalendarDate
}

export interface PaymentMatch extends Said {
  readonly how: MatchHow
  readonly caseId: string
  readonly paymentId: string
}

/** The card service paid out what it had, or a till was paid in: many payments in one movement. */
export interface PayoutMatch extends Said {
  readonly how: 'payout'
  readonly from: Extract<Account['kind'], 'card-service' | 'till'>
}

/** What a person said it is. */
export type Match = PaymentMatch | PayoutMatch

/** Money that goes back to whoever sent it: made ready by one officer, approved by another. */
export interface SendingBack {
  readonly payee: string
  readonly account: string
  readonly reasons: string
  readonly preparedBy: Named
  readonly preparedOn: CalendarDate
  readonly approved: { readonly by: Named; readonly on: CalendarDate; readonly reasons: string } | null
}

/** It stays in suspense for so much longer, because somebody who answers for it says so. */
export interface Kept {
  readonly untilOn: CalendarDate
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
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
  readonly sendingBack: SendingBack | null
  readonly kept: Kept | null
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

export interface SendingBackPrepared extends Happening, Omit<SendingBack, 'approved'> {
  readonly type: 'sending-back-prepared'
}

export interface SendingBackRefused extends Happening {
  readonly type: 'sending-back-refused'
  readonly reasons: string
  readonly refusedBy: Named
}

export interface BankEntrySentBack extends Happening {
  readonly type: 'bank-entry-sent-back'
  readonly approved: NonNullable<SendingBack['approved']>
}

export interface BankEntryKept extends Happening {
  readonly type: 'bank-entry-kept'
  readonly kept: Kept
}

export type BankEntryEvent =
  | BankEntryTakenIn | BankEntryMatched | BankEntryUnmatched | BankEntrySetAside | BankEntryBroughtBack
  | SendingBackPrepared | SendingBackRefused | BankEntrySentBack | BankEntryKept

export function evolveBankEntry(state: BankEntry | undefined, event: BankEntryEvent): BankEntry {
  if (event.type === 'bank-entry-taken-in') {
    const { type: _type, under: _under, entryId, ...facts } = event
    return { ...facts, id: entryId, stage: 'waiting', match: null, timesMatched: 0, setAside: null, sendingBack: null, kept: null }
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
      return { ...state, stage: 'waiting', setAside: null, sendingBack: null, kept: null }
    case 'sending-back-prepared': {
      const { type: _type, under: _under, ...prepared } = event
      return { ...state, sendingBack: { ...prepared, approved: null } }
    }
    case 'sending-back-refused':
      return { ...state, sendingBack: null }
    case 'bank-entry-sent-back':
      return { ...state, stage: 'sent-back', sendingBack: state.sendingBack && { ...state.sendingBack, approved: event.approved } }
    case 'bank-entry-kept':
      return { ...state, kept: event.kept }
  }
}
