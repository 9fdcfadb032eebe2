import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, lockThing } from '#platform/events'
import type { By, CalendarDate } from '#values'
import { readCase } from '../case/case.store.ts'
import { changePenaltyIn, lockCase } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { reopenPenalty } from '../penalty/reopen-penalty.ts'
import { bank, cardService, collectedIn, heldOf, move, ofPenalty, type Account } from './account.ts'
import { balanceToTakeFrom } from './balance.store.ts'
import { post } from './journal.store.ts'
import type { Payment, PaymentEvent } from './payment.ts'
import { paymentThing, readPayment } from './payment.store.ts'
import { returnPayment } from './return-payment.ts'

export interface TakingBack {
  readonly paymentId: string
  readonly on: CalendarDate
  readonly reasons: string
  /** Where the money goes, when it does not leave us: back into suspense when it was booked to the wrong case. */
  readonly to?: Account
  readonly by: By
}

/** The bank took a payment back: every journal it made is turned round by a new one, and nothing is rubbed out. */
export async function takeBackPayment(db: Database, taking: TakingBack): Promise<Decision<PaymentEvent>> {
  return db.transaction().execute((tx) => takeBackPaymentIn(tx, taking))
}

/** The same inside a caller's transaction. */
export async function takeBackPaymentIn(tx: Database, { paymentId, on, reasons, to: back, by }: TakingBack): Promise<Decision<PaymentEvent>> {
  const unlocked = await readPayment(tx, paymentId)
  if (unlocked === undefined) return refuse('no-such-payment')
  await lockCase(tx, unlocked.caseId)
  await lockThing(tx, paymentThing, paymentId)
  const payment = await readPayment(tx, paymentId)
  if (payment === undefined) return refuse('no-such-payment')
  if ((await readCase(tx, payment.caseId))?.stage === 'closed') return refuse('case-closed-on-payment')
  const to = back ?? (await leavesFrom(tx, payment, by))
  if (to === undefined) return refuse('bank-holds-less')
  const decision = await changeIn(tx, paymentThing, { id: paymentId, by }, (current) => returnPayment(current, { on, reasons }))
  if (isRefused(decision)) return decision

  const common = { on, note: back === undefined ? 'Taken back by the bank' : 'Taken back into suspense', by }
  for (const { penaltyId, amountPence } of payment.allocations) {
    const lines = move(amountPence, heldOf(paymentId), ofPenalty('debt', penaltyId))
    await post(tx, { ...common, kind: 'release', source: `return:${paymentId}:${penaltyId}`, lines })
  }
  await post(tx, { ...common, kind: 'return', source: `return:${paymentId}`, lines: move(payment.amountPence, to, heldOf(paymentId)) })
  await reopenWhatItSettled(tx, payment, reasons, by)
  return decision
}

/** Where money that is taken back leaves from: the card service, which pays out so much less; a till that still has it; or our bank. */
async function leavesFrom(tx: Database, { method, amountPence }: Payment, by: By): Promise<Account | undefined> {
  const collected = collectedIn(method)
  if (collected === cardService) return collected
  for (const account of [collected, bank]) if ((await balanceToTakeFrom(tx, account, by)) >= amountPence) return account
  return undefined
}

export async function reopenWhatItSettled(tx: Database, { allocations }: Pick<Payment, 'allocations'>, reasons: string, by: By): Promise<void> {
  for (const { penaltyId } of allocations) {
    const penalty = await readPenalty(tx, penaltyId)
    if (penalty?.stage === 'settled') await changePenaltyIn(tx, { penaltyId, by }, (current) => reopenPenalty(current, reasons))
  }
}
