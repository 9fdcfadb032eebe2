import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import { daysAfter, isAfter, isBefore, type CalendarDate } from '#values'
import { suspenseKeptMaxDays } from '../limits.ts'
import { isIban } from '../payment/iban.ts'
import type { Named } from '../penalty/penalty.ts'
import type { BankEntry, BankEntryKept, BankEntrySentBack, SendingBack, SendingBackPrepared, SendingBackRefused } from './bank-entry.ts'

/** Why this is no money in suspense that was set aside; undefined when it is. */
function notSetAside({ stage, direction }: BankEntry): Refusal | undefined {
  return stage === 'set-aside' && direction === 'in' ? undefined : refuse('bank-entry-not-set-aside')
}

/** It goes back to the account it came from; another is named only where the bank gave none. */
export function prepareSendingBack(entry: BankEntry | undefined, prepared: Omit<SendingBack, 'approved'>): Decision<SendingBackPrepared> {
  if (entry === undefined) return refuse('no-such-bank-entry')
  const refusal = notSetAside(entry)
  if (refusal !== undefined) return refusal
  if (entry.sendingBack !== null) return refuse('sending-back-waits')
  if (prepared.reasons.trim() === '' || prepared.payee.trim() === '') return refuse('reasons-needed')
  if (entry.payerAccount !== null && prepared.account !== entry.payerAccount) return refuse('not-the-senders-account')
  if (entry.payerAccount === null && !isIban(prepared.account)) return refuse('not-an-account')
  return announce({ type: 'sending-back-prepared', ...prepared })
}

export interface AnsweringSendingBack {
  readonly approve: boolean
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

/** Another officer than who made it ready: the money leaves with it, or it stays where it is. */
export function answerSendingBack(entry: BankEntry | undefined, { approve, reasons, by, on }: AnsweringSendingBack): Decision<BankEntrySentBack | SendingBackRefused> {
  if (entry === undefined) return refuse('no-such-bank-entry')
  const refusal = notSetAside(entry)
  if (refusal !== undefined) return refusal
  if (entry.sendingBack === null) return refuse('no-sending-back-waits')
  if (entry.sendingBack.preparedBy.officerId === by.officerId) return refuse('sending-back-by-the-same-person')
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (!approve) return announce({ type: 'sending-back-refused', reasons, refusedBy: by })
  return announce({ type: 'bank-entry-sent-back', approved: { by, on, reasons } })
}

/** Kept in suspense until a day, by somebody else than who set it aside. */
export function keepInSuspense(entry: BankEntry | undefined, { untilOn, reasons, by, on }: BankEntryKept['kept']): Decision<BankEntryKept> {
  if (entry === undefined) return refuse('no-such-bank-entry')
  const refusal = notSetAside(entry)
  if (refusal !== undefined) return refusal
  if (entry.setAside?.by.officerId === by.officerId) return refuse('set-aside-by-the-same-person')
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (!isAfter(untilOn, on) || isBefore(daysAfter(suspenseKeptMaxDays, on), untilOn)) return refuse('kept-for-too-long')
  return announce({ type: 'bank-entry-kept', kept: { untilOn, reasons, by, on } })
}
