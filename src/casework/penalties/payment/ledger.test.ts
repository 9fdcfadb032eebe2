import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { byOfficer, ids, keepCaseFile } from '#test/a-case-file'
import { aDatabase } from '#test/database'
import { addPence, day, pence } from '#values'
import { heldOf, move, ofPenalty } from './account.ts'
import { postDebt, postReduction } from './debt.store.ts'
import { post } from './journal.store.ts'
import { moneyOf, moneyOfPenalties } from './money.store.ts'
import { paymentsOfCase, paymentThing } from './payment.store.ts'
import { approveRefund, prepareRefund } from './refund-payment.ts'
import { refundPayment } from './refund-payment.store.ts'
import { takeBackPayment } from './return-payment.store.ts'
import { allocateHeld, takePayment } from './take-payment.store.ts'
import { trialBalance } from './trial-balance.store.ts'

const on = day('2023-03-10')
const by = byOfficer(on)
const penalties = [ids.driverPenalty, ids.ownerPenalty] as const

async function aCase(): Promise<Database> {
  const db = await aDatabase()
  await keepCaseFile(db)
  return db
}

const amount = fc.integer({ min: 1, max: 6_000_000 }).map(pence)
const whose = fc.constantFrom(...penalties)
const act = fc.oneof(
  fc.record({ act: fc.constant('debt' as const), penaltyId: whose, amountPence: amount }),
  fc.record({ act: fc.constant('pay' as const), penaltyId: whose, amountPence: amount, reference: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ act: fc.constant('pay' as const), penaltyId: whose, amountPence: amount, reference: fc.integer({ min: 7, max: 12 }) }),
  fc.record({ act: fc.constant('allocate' as const), penaltyId: whose, amountPence: amount, which: fc.nat(5) }),
  fc.record({ act: fc.constant('reduce' as const), penaltyId: whose, amountPence: amount }),
  fc.record({ act: fc.constant('cancel' as const), penaltyId: whose }),
  fc.record({ act: fc.constant('take-back' as const), which: fc.nat(5) }),
  fc.record({ act: fc.constant('refund' as const), which: fc.nat(5) }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

async function doAct(db: Database, one: Act): Promise<void> {
  const source = newId()
  const payments = await paymentsOfCase(db, ids.case)
  const chosen = 'which' in one ? payments[one.which % Math.max(1, payments.length)] : undefined
  if (one.act === 'debt') await postDebt(db, { ...one, on, source, by })
  if ((one.act === 'reduce' || one.act === 'cancel') && (await moneyOf(db, one.penaltyId)).issuedPence === 0) return
  if (one.act === 'reduce') await postReduction(db, { ...one, on, source, by })
  if (one.act === 'cancel') await postReduction(db, { penaltyId: one.penaltyId, amountPence: pence(0), on, source, by })
  if (one.act === 'pay') await takePayment(db, { ...one, reference: `BANK-${one.reference}`, receivedOn: on, recordedOn: on, payer: 'Test Haulage SRL', method: 'bank-transfer', by })
  if (one.act === 'allocate' && chosen !== undefined) await allocateHeld(db, { paymentId: chosen.id, penaltyId: one.penaltyId, amountPence: one.amountPence, on, by })
  if (one.act === 'refund' && chosen !== undefined) await payBack(db, chosen.id)
  if (one.act === 'take-back' && chosen !== undefined) await takeBackPayment(db, { paymentId: chosen.id, on, reasons: 'Recalled', by })
}

async function payBack(db: Database, paymentId: string): Promise<void> {
  const named = (officerId: string) => ({ officerId, name: officerId })
  await refundPayment(db, paymentId, by, (payment) => prepareRefund(payment, { payee: 'Test Haulage SRL', account: 'GB82WEST12345698765432', reasons: 'Overpaid', preparedBy: named('one'), preparedOn: on }))
  await refundPayment(db, paymentId, by, (payment) => approveRefund(payment, { approve: true, reasons: 'Seen', by: named('other'), on }))
}

async function holds(db: Database): Promise<void> {
  const trial = await trialBalance(db)
  assert.deepEqual([trial.differencePence, trial.disagreeing], [0, []])
  for (const [id, money] of await moneyOfPenalties(db, penalties)) {
    const { issuedPence, takenOffPence, writtenOffPence, collectedPence, owedPence } = money
    assert.equal(issuedPence - takenOffPence - writtenOffPence - collectedPence, owedPence, `the four numbers of ${id} do not add up`)
    assert.ok(collectedPence >= 0)
  }
  const payments = await paymentsOfCase(db, ids.case)
  for (const payment of payments) {
    const { rows } = await sql<{ balance: number }>`select balance_pence as balance from ledger.account where id = ${`held:${payment.id}`}`.execute(db)
    assert.equal(rows[0]?.balance ?? 0, 0 - payment.heldPence)
    if (payment.returned === null) assert.equal(addPence(payment.heldPence, ...[...payment.allocations, ...payment.refunds].map(({ amountPence }) => amountPence)), payment.amountPence)
    assert.deepEqual(await foldHistory(db, paymentThing, payment.id), payment)
  }
}

describe('whatever is owed, paid, reduced, cancelled or taken back', () => {
  test('the ledger balances to the penny and nothing is paid twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
        const db = await aCase()
        for (const one of acts) await doAct(db, one)
        await holds(db)
      }),
      { numRuns: 15, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
    )
  })

  test('two payments at once cannot both take the last of a debt', async () => {
    const db = await aCase()
    await postDebt(db, { penaltyId: ids.driverPenalty, amountPence: pence(100_00), on, source: 'notice', by })
    const paying = (reference: string) => takePayment(db, { penaltyId: ids.driverPenalty, amountPence: pence(80_00), receivedOn: on, recordedOn: on, payer: 'Test', method: 'card', reference, by })
    await Promise.all([paying('one'), paying('two'), paying('three')])
    await holds(db)
    const money = (await moneyOfPenalties(db, [ids.driverPenalty])).get(ids.driverPenalty)
    assert.deepEqual([money?.owedPence, money?.collectedPence], [0, 100_00])
  })
})

describe('the database itself', () => {
  const debtOf = (amountPence: number) => move(pence(amountPence), ofPenalty('issued', ids.driverPenalty), ofPenalty('debt', ids.driverPenalty))
  const journal = (source: string, lines: ReturnType<typeof move>) => ({ kind: 'debt' as const, on, source, note: 'A trial', lines, by })

  test('refuses a journal that does not balance', async () => {
    const db = await aCase()
    await assert.rejects(db.transaction().execute((tx) => post(tx, journal('lopsided', debtOf(100).slice(0, 1)))), /does not balance/)
    await assert.rejects(db.transaction().execute((tx) => post(tx, journal('empty', []))), /syntax|does not balance/)
  })

  test('refuses to change, remove or add to what is posted', async () => {
    const db = await aCase()
    await db.transaction().execute((tx) => post(tx, journal('one', debtOf(100))))
    for (const statement of [
      sql`update ledger.posting set amount_pence = amount_pence * 2`,
      sql`delete from ledger.posting`,
      sql`truncate ledger.posting`,
      sql`update ledger.journal set note = 'other'`,
      sql`update ledger.account set balance_pence = 0`,
    ]) await assert.rejects(statement.execute(db), /never changed/)
    const extra = sql`insert into ledger.posting select id, 'bank', 5 from ledger.journal`
    await db.transaction().execute((tx) => post(tx, { ...journal('bank', move(pence(1), heldOf(ids.case), { id: 'bank', kind: 'bank', penaltyId: null, paymentId: null })) }))
    await assert.rejects(extra.execute(db), /is closed|duplicate/)
  })

  test('refuses to take more from a debt or a payment than there is', async () => {
    const db = await aCase()
    await db.transaction().execute((tx) => post(tx, journal('one', debtOf(100))))
    const tooMuch = move(pence(101), ofPenalty('debt', ids.driverPenalty), heldOf(ids.case))
    await assert.rejects(db.transaction().execute((tx) => post(tx, journal('two', tooMuch))), /balance_stays_on_its_side/)
  })

  test('is not asked to reduce a debt before it is posted: that is told again', async () => {
    const db = await aCase()
    await assert.rejects(postReduction(db, { penaltyId: ids.driverPenalty, amountPence: pence(1), on, source: 'early', by }), /no debt to reduce yet/)
  })

  test('posts one cause once', async () => {
    const db = await aCase()
    const twice = [1, 2].map(() => db.transaction().execute((tx) => post(tx, journal('same', debtOf(100)))))
    assert.deepEqual((await Promise.all(twice)).sort(), [false, true])
    assert.equal((await trialBalance(db)).debitPence, 100)
  })
})
