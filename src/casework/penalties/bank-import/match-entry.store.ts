import { isRefused, refuse, type Decision, type Refusal } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, lockThing } from '#platform/events'
import { newId } from '#platform/identity'
import type { By, CalendarDate } from '#values'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { cardService, collectedIn, move, suspenseOf, till, type Account } from '../payment/account.ts'
import { balanceToTakeFrom } from '../payment/balance.store.ts'
import { post } from '../payment/journal.store.ts'
import type { Payment } from '../payment/payment.ts'
import { readPayment } from '../payment/payment.store.ts'
import { takeBackPaymentIn } from '../payment/return-payment.store.ts'
import { settleIfPaidIn } from '../payment/settle-if-paid.store.ts'
import { takePaymentIn } from '../payment/take-payment.store.ts'
import { named } from '../penalty/penalty.ts'
import type { BankEntry, BankEntryEvent, MatchHow, PayoutMatch } from './bank-entry.ts'
import { bankEntryThing, readBankEntry } from './bank-entry.store.ts'
import { matchEntry, notWaiting, unmatchEntry } from './match-entry.ts'
import type { Direction } from './statement.ts'

export interface Matching {
  readonly entryId: string
  readonly on: CalendarDate
  readonly by: By
}

/** Money that came is booked as a payment for this penalty: out of suspense, and as far as it fits against the debt. */
export async function matchToPenalty(db: Database, { penaltyId, ...matching }: Matching & { readonly penaltyId: string }): Promise<Decision<BankEntryEvent>> {
  return withEntry(db, matching, async (tx, entry) => {
    const refusal = notWaiting(entry) ?? otherWay(entry, 'in')
    if (refusal !== undefined) return refusal
    const { on, by } = matching
    const taken = await takePaymentIn(tx, {
      penaltyId, amountPence: entry.amountPence, receivedOn: entry.bookedOn, recordedOn: on, payer: entry.payer || 'Not named by the bank', method: 'bank-transfer',
      reference: paymentReference(entry), from: suspenseOf(entry.id), by,
    })
    if (isRefused(taken)) return taken
    // Recorded by hand under the bank's own number: the books have it twice, so it goes out of suspense again.
    if (taken.events.length === 0) return noteRecorded(tx, entry, taken.paymentId, matching)
    await settleIfPaidIn(tx, { penaltyId, on, by })
    return note(tx, { ...matching, how: 'payment', paymentId: taken.paymentId })
  })
}

/** It is money that somebody recorded by hand before the statement came; it is counted once. */
export async function matchToRecorded(db: Database, { paymentId, ...matching }: Matching & { readonly paymentId: string }): Promise<Decision<BankEntryEvent>> {
  return withEntry(db, matching, async (tx, entry) => {
    const refusal = notWaiting(entry) ?? otherWay(entry, 'in') ?? otherMoney(entry, await readPayment(tx, paymentId))
    return refusal ?? noteRecorded(tx, entry, paymentId, matching)
  })
}

/** Money that left is a payment which the bank took back: what it had paid is owed again. */
export async function matchToReturn(db: Database, { paymentId, reasons, ...matching }: Matching & { readonly paymentId: string; readonly reasons: string }): Promise<Decision<BankEntryEvent>> {
  return withEntry(db, matching, async (tx, entry) => {
    const refusal = notWaiting(entry) ?? otherWay(entry, 'out') ?? otherMoney(entry, await readPayment(tx, paymentId))
    if (refusal !== undefined) return refusal
    const returned = await takeBackPaymentIn(tx, { paymentId, on: matching.on, reasons, by: matching.by })
    return isRefused(returned) ? returned : note(tx, { ...matching, how: 'return', paymentId })
  })
}

const collected: Readonly<Record<PayoutMatch['from'], Account>> = { 'card-service': cardService, till }

/** Many payments in one movement: what the card service paid out, or what a till was paid in with. Never more than stands there. */
export async function matchToPayout(db: Database, { from, ...matching }: Matching & Pick<PayoutMatch, 'from'>): Promise<Decision<BankEntryEvent>> {
  return withEntry(db, matching, async (tx, entry) => {
    const refusal = notWaiting(entry) ?? otherWay(entry, 'in')
    if (refusal !== undefined) return refusal
    if (entry.amountPence > (await balanceToTakeFrom(tx, collected[from], matching.by))) return refuse('more-than-was-collected')
    const decision = await changeIn(tx, bankEntryThing, { id: entry.id, by: matching.by }, (current) => matchEntry(current, { how: 'payout', from, matchedBy: named(matching.by), matchedOn: matching.on }))
    if (!isRefused(decision)) await moveSuspense(tx, entry, matching, { from: collected[from], to: suspenseOf(entry.id), note: 'Paid in to the bank' })
    return decision
  })
}

/** It was booked to the wrong case: what was booked is turned round, and the money waits in suspense again. */
export async function unmatch(db: Database, { reasons, ...matching }: Matching & { readonly reasons: string }): Promise<Decision<BankEntryEvent>> {
  return withEntry(db, matching, async (tx, entry) => {
    const decision = unmatchEntry(entry, reasons)
    if (isRefused(decision) || entry.match === null) return decision
    const { on, by } = matching
    const { match } = entry
    if (match.how === 'return') return refuse('bank-took-it-back')
    if (match.how === 'payment') {
      const returned = await takeBackPaymentIn(tx, { paymentId: match.paymentId, on, reasons, to: suspenseOf(entry.id), by })
      return isRefused(returned) ? returned : changeIn(tx, bankEntryThing, { id: entry.id, by }, () => decision)
    }
    const to = match.how === 'payout' ? collected[match.from] : await collectedAs(tx, match.paymentId)
    await changeIn(tx, bankEntryThing, { id: entry.id, by }, () => decision)
    await moveSuspense(tx, entry, matching, { from: suspenseOf(entry.id), to, note: 'That was something else after all' })
    return decision
  })
}

/** The movement is locked before any case is, by everybody in the same order. */
export async function withEntry(db: Database, { entryId }: Pick<Matching, 'entryId'>, act: (tx: Database, entry: BankEntry) => Promise<Decision<BankEntryEvent>>): Promise<Decision<BankEntryEvent>> {
  return db.transaction().execute(async (tx) => {
    await lockThing(tx, bankEntryThing, entryId)
    const entry = await readBankEntry(tx, entryId)
    return entry === undefined ? refuse('no-such-bank-entry') : act(tx, entry)
  })
}

function otherWay({ direction }: BankEntry, wanted: Direction): Refusal | undefined {
  return direction === wanted ? undefined : refuse('money-went-the-other-way')
}

function otherMoney({ amountPence }: BankEntry, payment: Payment | undefined): Refusal | undefined {
  if (payment === undefined) return refuse('no-such-payment')
  return payment.returned === null && payment.amountPence === amountPence ? undefined : refuse('not-the-same-money')
}

async function noteRecorded(tx: Database, entry: BankEntry, paymentId: string, matching: Matching): Promise<Decision<BankEntryEvent>> {
  const from = await collectedAs(tx, paymentId)
  if (entry.amountPence > (await balanceToTakeFrom(tx, from, matching.by))) return refuse('more-than-was-collected')
  const noted = await note(tx, { ...matching, how: 'recorded', paymentId })
  if (!isRefused(noted)) await moveSuspense(tx, entry, matching, { from, to: suspenseOf(entry.id), note: 'Recorded by hand before the statement came' })
  return noted
}

/** Where the money of a payment stood until the bank showed it. */
async function collectedAs(tx: Database, paymentId: string): Promise<Account> {
  const payment = await readPayment(tx, paymentId)
  if (payment === undefined) throw new Error(`Payment ${paymentId} is not there after it was matched`)
  return collectedIn(payment.method)
}

interface SuspenseMove {
  readonly from: Account
  readonly to: Account
  readonly note: string
}

/** After the movement has changed: see `post` for the order. */
async function moveSuspense(tx: Database, { id, amountPence }: BankEntry, { on, by }: Matching, { from, to, note: why }: SuspenseMove): Promise<void> {
  const kind = from === cardService || from === till ? 'payout' : 'suspense'
  await post(tx, { kind, on, source: `bank-entry:${id}:${newId()}`, note: why, lines: move(amountPence, from, to), by })
}

async function note(tx: Database, { entryId, on, by, how, paymentId }: Matching & { readonly how: MatchHow; readonly paymentId: string }): Promise<Decision<BankEntryEvent>> {
  const payment = await readPayment(tx, paymentId)
  if (payment === undefined) throw new Error(`Payment ${paymentId} is not there after it was matched`)
  await lockCase(tx, payment.caseId)
  const match = { how, paymentId, caseId: payment.caseId, matchedBy: named(by), matchedOn: on }
  return changeIn(tx, bankEntryThing, { id: entryId, by }, (entry) => matchEntry(entry, match))
}

/** Matched again after it was booked to the wrong case, it is another payment. */
function paymentReference({ entryRef, timesMatched }: BankEntry): string {
  return timesMatched === 0 ? entryRef : `${entryRef} (${timesMatched + 1})`
}
