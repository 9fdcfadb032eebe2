import { announce, isRefused, refuse, type Decision, type Refusal } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import type { By, CalendarDate } from '#values'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { bank, move, suspenseOf, type Account } from '../payment/account.ts'
import { post } from '../payment/journal.store.ts'
import type { Payment } from '../payment/payment.ts'
import { readPayment } from '../payment/payment.store.ts'
import { takeBackPaymentIn } from '../payment/return-payment.store.ts'
import { settleIfPaidIn } from '../payment/settle-if-paid.store.ts'
import { takePaymentIn } from '../payment/take-payment.store.ts'
import { named } from '../penalty/penalty.ts'
import type { BankEntry, BankEntryEvent, MatchHow } from './bank-entry.ts'
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

/** It was booked to the wrong case: what was booked is turned round, and the money waits in suspense again. */
export async function unmatch(db: Database, { reasons, ...matching }: Matching & { readonly reasons: string }): Promise<Decision<BankEntryEvent>> {
  return withEntry(db, matching, async (tx, entry) => {
    const decision = unmatchEntry(entry, reasons)
    if (isRefused(decision) || entry.match === null) return decision
    const { on, by } = matching
    const { how, paymentId } = entry.match
    if (how === 'return') return refuse('bank-took-it-back')
    if (how === 'recorded') await moveSuspense(tx, entry, matching, { from: suspenseOf(entry.id), to: bank })
    const returned = how === 'payment' ? await takeBackPaymentIn(tx, { paymentId, on, reasons, to: suspenseOf(entry.id), by }) : announce()
    return isRefused(returned) ? returned : changeIn(tx, bankEntryThing, { id: entry.id, by }, () => decision)
  })
}

/** The movement is locked before any case is, by everybody in the same order. */
async function withEntry(db: Database, { entryId, by }: Matching, act: (tx: Database, entry: BankEntry) => Promise<Decision<BankEntryEvent>>): Promise<Decision<BankEntryEvent>> {
  return db.transaction().execute(async (tx) => {
    await changeIn(tx, bankEntryThing, { id: entryId, by }, () => announce())
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
  await moveSuspense(tx, entry, matching, { from: bank, to: suspenseOf(entry.id) })
  return note(tx, { ...matching, how: 'recorded', paymentId })
}

async function moveSuspense(tx: Database, { id, amountPence }: BankEntry, { on, by }: Matching, { from, to }: { readonly from: Account; readonly to: Account }): Promise<void> {
  const note = to === bank ? 'Not the payment recorded by hand after all' : 'Recorded by hand before the statement came'
  await post(tx, { kind: 'suspense', on, source: `bank-entry:${id}:${newId()}`, note, lines: move(amountPence, from, to), by })
}

async function note(tx: Database, { entryId, on, by, how, paymentId }: Matching & { readonly how: MatchHow; readonly paymentId: string }): Promise<Decision<BankEntryEvent>> {
  const payment = await readPayment(tx, paymentId)
  if (payment === undefined) throw new Error(`Payment ${paymentId} is not there after it was matched`)
  await lockCase(tx, payment.caseId, by)
  const match = { how, paymentId, caseId: payment.caseId, matchedBy: named(by), matchedOn: on }
  return changeIn(tx, bankEntryThing, { id: entryId, by }, (entry) => matchEntry(entry, match))
}

/** Matched again after it was booked to the wrong case, it is another payment. */
function paymentReference({ entryRef, timesMatched }: BankEntry): string {
  return timesMatched === 0 ? entryRef : `${entryRef} (${timesMatched + 1})`
}
