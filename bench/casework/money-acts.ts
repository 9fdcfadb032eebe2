import { bankEntryThing, entriesAtStage } from '../../src/casework/penalties/bank-import/bank-entry.store.ts'
import { keepBankFile } from '../../src/casework/penalties/bank-import/bank-file.store.ts'
import { setEntryAside } from '../../src/casework/penalties/bank-import/match-entry.ts'
import { matchToPayout, matchToPenalty, unmatch } from '../../src/casework/penalties/bank-import/match-entry.store.ts'
import { answerSendingBackOf } from '../../src/casework/penalties/bank-import/send-back.store.ts'
import { prepareSendingBack } from '../../src/casework/penalties/bank-import/send-back.ts'
import type { ReadStatement } from '../../src/casework/penalties/bank-import/statement.ts'
import { takeInFile } from '../../src/casework/penalties/bank-import/take-in.store.ts'
import { postDebt, postReduction } from '../../src/casework/penalties/payment/debt.store.ts'
import { loseToDisputeIn } from '../../src/casework/penalties/payment/lose-to-dispute.store.ts'
import type { PaymentMethod } from '../../src/casework/penalties/payment/payment.ts'
import { paymentsOfCase } from '../../src/casework/penalties/payment/payment.store.ts'
import { approveRefund, prepareRefund } from '../../src/casework/penalties/payment/refund-payment.ts'
import { refundPayment } from '../../src/casework/penalties/payment/refund-payment.store.ts'
import { takeBackPayment } from '../../src/casework/penalties/payment/return-payment.store.ts'
import { settleIfPaid } from '../../src/casework/penalties/payment/settle-if-paid.store.ts'
import { allocateHeld, takePayment } from '../../src/casework/penalties/payment/take-payment.store.ts'
import { answerWriteOffOf, proposeWriteOffOf, reverseWriteOffsOf } from '../../src/casework/penalties/write-off/change-write-off.store.ts'
import { lockCase } from '../../src/casework/penalties/case/lock-case.store.ts'
import type { Database } from '../../src/platform/database/door.ts'
import { change } from '../../src/platform/events/door.ts'
import { newId } from '../../src/platform/identity/door.ts'
import { day, instant, noPence, pence, type By } from '../../src/values/door.ts'

/** A case whose money is moved, with the penalties of it that a notice was issued for. */
export interface MoneyCase {
  readonly caseId: string
  readonly penaltyIds: readonly string[]
}

/** Numbers from 0 up to but not including 1, the same for the same seed: a fault can be had again. */
export type Random = () => number

const on = day('2024-03-10')
const by: By = { officerId: 'bench-finance', name: 'Bench', role: 'finance', site: 'centre', at: instant('2024-03-10T09:00:00Z'), reason: 'Moving money' }
const named = (officerId: string) => ({ officerId, name: officerId })
const common = { on, by }

interface Here {
  readonly db: Database
  readonly random: Random
  readonly of: MoneyCase
  readonly penaltyId: string
}

/** The ways in which money moves here, each through the very acts that officers and the card desk use. What a rule refuses moves nothing. */
const acts: readonly ((here: Here) => Promise<unknown>)[] = [
  ({ db, penaltyId, random }) => postDebt(db, { penaltyId, amountPence: amount(random), source: newId(), ...common }),
  ({ db, penaltyId, random }) => postReduction(db, { penaltyId, amountPence: amount(random), source: newId(), ...common }),
  ({ db, penaltyId, random }) => (random() < 0.3 ? postReduction(db, { penaltyId, amountPence: noPence, source: newId(), ...common }) : settleIfPaid(db, { penaltyId, ...common })),
  pay('bank-transfer'), pay('bank-transfer'), pay('card'), pay('cash-at-port'),
  async ({ db, random, of, penaltyId }) => {
    const payment = pick(random, await paymentsOfCase(db, of.caseId))
    return payment && allocateHeld(db, { paymentId: payment.id, penaltyId, amountPence: amount(random), ...common })
  },
  async ({ db, random, of }) => {
    const payment = pick(random, await paymentsOfCase(db, of.caseId))
    return payment && takeBackPayment(db, { paymentId: payment.id, reasons: 'Recalled', ...common })
  },
  async ({ db, random, of }) => {
    const payment = pick(random, await paymentsOfCase(db, of.caseId))
    if (payment === undefined) return
    await refundPayment(db, payment.id, by, (current) => prepareRefund(current, { payee: 'Payer', account: 'GB82WEST12345698765432', reasons: 'Overpaid', preparedBy: named('one'), preparedOn: on }))
    await refundPayment(db, payment.id, by, (current) => approveRefund(current, { approve: true, reasons: 'Seen', by: named('other'), on }))
  },
  async ({ db, random, penaltyId }) => {
    const writeOffId = newId()
    await proposeWriteOffOf(db, penaltyId, { writeOffId, code: 'gone-abroad', amountPence: amount(random), reasons: 'r', evidence: 'e', by: named('one'), on }, by)
    for (const officer of ['other', 'third']) await answerWriteOffOf(db, writeOffId, { approve: random() < 0.9, reasons: 'Seen', by: named(officer), on }, by)
  },
  ({ db, penaltyId }) => reverseWriteOffsOf(db, penaltyId, { on, reasons: 'They came back' }, by),
  async ({ db, random, of }) => {
    const payment = pick(random, await paymentsOfCase(db, of.caseId))
    if (payment === undefined) return
    const losing = { disputeId: newId(), amountPence: amount(random), feePence: pence(15_00), why: 'Decided for the payer', on }
    await db.transaction().execute(async (tx) => {
      await lockCase(tx, of.caseId)
      await loseToDisputeIn(tx, payment.id, losing, by)
    })
  },
  bringStatement,
  async ({ db, random }) => {
    const entry = pick(random, await entriesAtStage(db, 'waiting', 0))
    return entry && matchToPayout(db, { entryId: entry.id, from: random() < 0.5 ? 'card-service' : 'till', ...common })
  },
  async ({ db, random }) => {
    const entry = pick(random, await entriesAtStage(db, 'waiting', 0))
    if (entry === undefined) return
    await change(db, bankEntryThing, { id: entry.id, by }, (current) => setEntryAside(current, { reasons: 'Nobody’s', by: named('one'), on }))
    await change(db, bankEntryThing, { id: entry.id, by }, (current) => prepareSendingBack(current, { payee: 'Sender', account: 'GB82WEST12345698765432', reasons: 'Nobody’s', preparedBy: named('one'), preparedOn: on }))
    await answerSendingBackOf(db, entry.id, { approve: random() < 0.9, reasons: 'Seen', by: named('other'), on }, by)
  },
  async ({ db, random, penaltyId }) => {
    const entry = pick(random, await entriesAtStage(db, 'waiting', 0))
    return entry && matchToPenalty(db, { entryId: entry.id, penaltyId, ...common })
  },
  async ({ db, random }) => {
    const entry = pick(random, await entriesAtStage(db, 'matched', 0))
    return entry && unmatch(db, { entryId: entry.id, reasons: 'Wrong case', ...common })
  },
]


export async function moveMoney(db: Database, cases: readonly MoneyCase[], random: Random): Promise<void> {
  const of = pick(random, cases)
  const [penaltyId, act] = [of && pick(random, of.penaltyIds), pick(random, acts)]
  if (of === undefined || penaltyId === undefined || act === undefined) throw new Error('There is no case to move money in')
  await act({ db, random, of, penaltyId })
}

/** References come again, as they do when a form is sent twice. */
function pay(method: PaymentMethod) {
  return ({ db, random, of, penaltyId }: Here): Promise<unknown> => {
    const reference = `${method} ${of.caseId}-${Math.floor(random() * 40)}`
    return takePayment(db, { penaltyId, amountPence: amount(random), receivedOn: on, recordedOn: on, payer: 'Payer', method, reference, by })
  }
}

async function bringStatement({ db, random }: Here): Promise<void> {
  const count = 1 + Math.floor(random() * 3)
  const rows = Array.from({ length: count }, (_, place) => ({ row: place + 1, entry: { entryRef: newId(), bookedOn: on, direction: 'in' as const, amountPence: amount(random), payer: 'Payer', payerAccount: null, remittance: '' } }))
  const statement: ReadStatement = { format: 'csv', statementId: newId(), account: 'GB82WEST12345698765432', openingPence: null, closingPence: null, rows }
  const fileId = await keepBankFile(db, { name: 'bench.csv', bytes: Buffer.from(statement.statementId), statement }, by)
  await takeInFile(db, { fileId, on, by })
}

function amount(random: Random) {
  return pence(1 + Math.floor(random() * 1_200_000))
}

function pick<One>(random: Random, from: readonly One[]): One | undefined {
  return from[Math.floor(random() * from.length)]
}
