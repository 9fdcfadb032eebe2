import { announce, isRefused, refuse, type Announced, type Decision, type Refusal } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import { addPence, subtractPence, type By, type CalendarDate, type Pence } from '#values'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { reverseWriteOffsIn } from '../write-off/reverse-write-offs.store.ts'
import { collectedIn, heldOf, move, ofPenalty, type Account } from './account.ts'
import { allocatePayment, whatFits } from './allocate-payment.ts'
import { post } from './journal.store.ts'
import { debtOf } from './money.store.ts'
import type { PaymentEvent, PaymentMethod } from './payment.ts'
import { paymentOfReference, paymentThing, readPayment } from './payment.store.ts'
import { receivePayment } from './receive-payment.ts'
import { offerBackWhatIsHeld } from './release-money.store.ts'

export interface Taking {
  readonly penaltyId: string
  readonly amountPence: Pence
  readonly receivedOn: CalendarDate
  readonly payer: string
  readonly method: PaymentMethod
  readonly reference: string
  readonly recordedOn: CalendarDate
  /** Where the money stands until now, when that is not where its method puts it: in suspense, once a statement was taken in. */
  readonly from?: Account
  readonly imported?: true
  readonly by: By
}

/** Records money that came for a penalty and sets what fits against its debt. What does not fit is held. */
export async function takePayment(db: Database, taking: Taking): Promise<Decision<PaymentEvent>> {
  return db.transaction().execute((tx) => takePaymentIn(tx, taking))
}

/** The same inside a caller's transaction, for money that comes with something else; says which payment it became. */
export async function takePaymentIn(tx: Database, taking: Taking): Promise<Refusal | Received> {
  const penalty = await readPenalty(tx, taking.penaltyId)
  if (penalty === undefined) return refuse('no-such-penalty')
  await lockCase(tx, penalty.caseId)
  if ((await debtOf(tx, taking.penaltyId)).issuedPence === 0) return refuse('no-debt-to-pay')

  const received = await receive(tx, penalty.caseId, taking)
  if (isRefused(received) || received.events.length === 0) return received
  const amountPence = whatFits(taking.amountPence, await owedAgain(tx, taking))
  if (amountPence > 0) await allocateIn(tx, { paymentId: received.paymentId, penaltyId: taking.penaltyId, amountPence, on: taking.recordedOn, by: taking.by })
  await offerBackWhatIsHeld(tx, penalty.caseId, 'More was paid than is owed', taking.by)
  return received
}

/** What is owed, with as much of what was written off as this money can pay: nobody who pays after all is told that it came too late. */
async function owedAgain(tx: Database, { penaltyId, amountPence, recordedOn: on, by }: Taking): Promise<Pence> {
  const { owedPence, writtenOffPence } = await debtOf(tx, penaltyId)
  const again = whatFits(subtractPence(amountPence, whatFits(amountPence, owedPence)), writtenOffPence)
  if (again > 0) await reverseWriteOffsIn(tx, { penaltyId, amountPence: again, on, reasons: 'Money came after all', by })
  return addPence(owedPence, again)
}

interface Received extends Announced<PaymentEvent> {
  readonly paymentId: string
}

/** The reference decides which payment this is, so that a file or a form sent twice pays once. */
async function receive(tx: Database, caseId: string, taking: Taking): Promise<Refusal | Received> {
  const { amountPence, receivedOn, payer, method, reference, recordedOn, imported, by } = taking
  const paymentId = (await paymentOfReference(tx, reference))?.id ?? newId()
  const receipt = { paymentId, caseId, amountPence, receivedOn, payer, method, reference, recordedOn, ...(imported === undefined ? {} : { imported }) }
  const decision = await changeIn(tx, paymentThing, { id: paymentId, by }, (existing) => receivePayment(existing, receipt))
  if (isRefused(decision)) return decision
  if (decision.events.length > 0) {
    const lines = move(amountPence, heldOf(paymentId), taking.from ?? collectedIn(method))
    await post(tx, { kind: 'receipt', on: receivedOn, source: `payment:${paymentId}`, note: 'Payment received', lines, by })
  }
  return { ...decision, paymentId }
}

export interface AllocatingHeld {
  readonly paymentId: string
  readonly penaltyId: string
  readonly amountPence: Pence
  readonly on: CalendarDate
  readonly by: By
}

/** Sets money that is held against a penalty of the same case. */
export async function allocateHeld(db: Database, allocating: AllocatingHeld): Promise<Decision<PaymentEvent>> {
  return db.transaction().execute(async (tx) => {
    const [payment, penalty] = [await readPayment(tx, allocating.paymentId), await readPenalty(tx, allocating.penaltyId)]
    if (payment === undefined) return refuse('no-such-payment')
    if (penalty === undefined || penalty.caseId !== payment.caseId) return refuse('no-such-penalty')
    await lockCase(tx, payment.caseId)
    const decision = await allocateIn(tx, allocating)
    if (!isRefused(decision)) await offerBackWhatIsHeld(tx, payment.caseId, 'More was paid than is owed', allocating.by)
    return decision
  })
}

async function allocateIn(tx: Database, { paymentId, penaltyId, amountPence, on, by }: AllocatingHeld): Promise<Decision<PaymentEvent>> {
  const { owedPence } = await debtOf(tx, penaltyId)
  const decision = await changeIn(tx, paymentThing, { id: paymentId, by }, (payment) => allocatePayment(payment, { penaltyId, amountPence, owedPence }))
  if (isRefused(decision)) return decision
  const lines = move(amountPence, ofPenalty('debt', penaltyId), heldOf(paymentId))
  await post(tx, { kind: 'allocation', on, source: `allocation:${newId()}`, note: 'Set against the debt', lines, by })
  return announce(...decision.events)
}
