import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, lockThing } from '#platform/events'
import { newId } from '#platform/identity'
import { addPence, dayOf, type By, type CalendarDate } from '#values'
import { askCardRefund, cardRefundThing, readCardRefund } from '../pay-link/card-refund.store.ts'
import { moveCardRefund, type CardRefundEvent, type CardRefundMoved } from '../pay-link/card-refund.ts'
import { providerIdOf } from '../pay-link/card-payment.store.ts'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { bank, cardService, heldOf, move } from './account.ts'
import { balanceToTakeFrom } from './balance.store.ts'
import { post } from './journal.store.ts'
import type { PaidRefund, Payment, PaymentEvent } from './payment.ts'
import { paymentThing, readPayment } from './payment.store.ts'
import { failRefund } from './refund-payment.ts'
import { offerBackWhatIsHeld } from './release-money.store.ts'

/** One step of a refund. When it is the one that pays, the ledger moves with it or not at all. */
export async function refundPayment(db: Database, paymentId: string, by: By, decide: (payment: Payment | undefined) => Decision<PaymentEvent>): Promise<Decision<PaymentEvent>> {
  return db.transaction().execute(async (tx) => {
    const unlocked = await readPayment(tx, paymentId)
    if (unlocked === undefined) return refuse('no-such-payment')
    await lockCase(tx, unlocked.caseId)
    await lockThing(tx, paymentThing, paymentId)
    const decided = decide(await readPayment(tx, paymentId))
    if (isRefused(decided)) return decided
    const paid = decided.events.flatMap((event) => (event.type === 'refund-paid' ? [event.refund] : []))
    if (paid.some(({ cardRefundId }) => cardRefundId === undefined) && addPence(...paid.map(({ amountPence }) => amountPence)) > (await balanceToTakeFrom(tx, bank, by))) return refuse('bank-holds-less')
    const decision = await changeIn(tx, paymentThing, { id: paymentId, by }, () => decided)
    for (const refund of paid) await pay(tx, unlocked, refund, by)
    return decision
  })
}

/** To an account it leaves our bank; to a card it is asked of the card service, which pays out so much less to us. */
async function pay(tx: Database, { id: paymentId, caseId }: Payment, { amountPence, paidOn, cardRefundId }: PaidRefund, by: By): Promise<void> {
  if (cardRefundId === undefined) {
    await post(tx, { kind: 'refund', on: paidOn, source: `refund:${newId()}`, note: 'Paid back', lines: move(amountPence, bank, heldOf(paymentId)), by })
    return
  }
  const providerId = await providerIdOf(tx, paymentId)
  if (providerId === undefined) throw new Error(`Payment ${paymentId} was not made by card`)
  await askCardRefund(tx, { cardRefundId, caseId, paymentId, providerId, amountPence, askedAt: by.at }, by)
  await post(tx, { kind: 'refund', on: paidOn, source: `refund:${cardRefundId}`, note: 'Paid back to the card', lines: move(amountPence, cardService, heldOf(paymentId)), by })
}

/** What the card service says of a refund. One that did not arrive is held again in the same act, and offered back another way. */
export async function followRefund(db: Database, cardRefundId: string, told: Omit<CardRefundMoved, 'type' | 'under'>, by: By): Promise<Decision<CardRefundEvent>> {
  return db.transaction().execute(async (tx) => {
    const refund = await readCardRefund(tx, cardRefundId)
    if (refund === undefined) return refuse('no-such-card-payment')
    await lockCase(tx, refund.caseId)
    const moved = await changeIn(tx, cardRefundThing, { id: cardRefundId, by }, (current) => moveCardRefund(current, told))
    if (isRefused(moved) || moved.events.every((event) => event.type !== 'card-refund-moved' || event.status !== 'error')) return moved
    const on: CalendarDate = dayOf(by.at)
    await changeIn(tx, paymentThing, { id: refund.paymentId, by }, (payment) => failRefund(payment, { cardRefundId, on, why: told.why }))
    const lines = move(refund.amountPence, heldOf(refund.paymentId), cardService)
    await post(tx, { kind: 'refund-failed', on, source: `refund-failed:${cardRefundId}`, reversesSource: `refund:${cardRefundId}`, note: told.why, lines, by })
    await offerBackWhatIsHeld(tx, refund.caseId, `A refund did not arrive: ${told.why}`, by)
    return moved
  })
}
