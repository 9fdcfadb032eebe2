import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import type { By } from '#values'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { bank, heldOf, move } from './account.ts'
import { post } from './journal.store.ts'
import type { Payment, PaymentEvent } from './payment.ts'
import { paymentThing, readPayment } from './payment.store.ts'

/** One step of a refund. When it is the one that pays, the ledger moves with it or not at all. */
export async function refundPayment(db: Database, paymentId: string, by: By, decide: (payment: Payment | undefined) => Decision<PaymentEvent>): Promise<Decision<PaymentEvent>> {
  return db.transaction().execute(async (tx) => {
    const unlocked = await readPayment(tx, paymentId)
    if (unlocked === undefined) return refuse('no-such-payment')
    await lockCase(tx, unlocked.caseId, by)
    const decision = await changeIn(tx, paymentThing, { id: paymentId, by }, decide)
    if (isRefused(decision)) return decision
    for (const event of decision.events) {
      if (event.type !== 'refund-paid') continue
      const { amountPence, paidOn } = event.refund
      await post(tx, { kind: 'refund', on: paidOn, source: `refund:${newId()}`, note: 'Paid back', lines: move(amountPence, bank, heldOf(paymentId)), by })
    }
    return decision
  })
}
