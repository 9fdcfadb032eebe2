import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { announce } from '#platform/decisions'
import { changeIn } from '#platform/events'
import { byOfficer, ids, keepCaseFile } from '#test/a-case-file'
import { aSite } from '#test/site'
import { day, pence } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { penaltyThing, readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { postDebt, postReduction } from './debt.store.ts'
import { moneyOf } from './money.store.ts'
import { paymentOfReference, paymentsOfCase } from './payment.store.ts'
import { isIban } from './iban.ts'
import { isLikelyRecorded } from './receive-payment.ts'
import { trialBalance } from './trial-balance.store.ts'

const on = day('2023-03-20')
const by = byOfficer(on)
const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2023-03-20T10:00:00Z' })
await keepCaseFile(db)
for (const [penaltyId, amountPence] of [[ids.driverPenalty, pence(48_000_00)], [ids.ownerPenalty, pence(36_000_00)]] as const) {
  await db.transaction().execute((tx) => changeIn(tx, penaltyThing, { id: penaltyId, by }, () => announce({ type: 'notice-issued', documentId: ids.case, issuedOn: day('2023-03-03'), amountPence })))
  await postDebt(db, { penaltyId, amountPence, on: day('2023-03-03'), source: `notice:${penaltyId}`, by })
}
await rememberReason(db, { officerId: 'test-finance', caseId: ids.case, reason: 'A payment or debt concerns it', at: site.clock.now() })
const finance = site.signedInAs('finance')

const form = (penaltyId: string) => `/penalties/${penaltyId}/payments/new`
const paying = (amount: string, reference: string) => ({ amount, receivedOn: '2023-03-20', payer: 'Test Haulage SRL', method: 'bank-transfer', reference })

describe('recording a payment', () => {
  test('is for finance', async () => {
    for (const role of ['caseworker', 'senior-officer', 'auditor', 'analyst'] as const) assert.equal((await site.signedInAs(role).get(form(ids.ownerPenalty))).statusCode, 403)
  })

  test('says what is missing and keeps what was typed', async () => {
    const answer = await finance.post(form(ids.ownerPenalty), { ...paying('a lot', 'B-0'), method: '' })
    assert.equal(answer.statusCode, 422)
    for (const said of ['Enter an amount in pounds', 'Choose how it was paid', 'value="B-0"']) assert.ok(answer.body.includes(said), said)
  })

  test('in part leaves the rest owed', async () => {
    assert.equal((await finance.post(form(ids.ownerPenalty), paying('£10,000', 'B-1'))).statusCode, 303)
    const { issuedPence, collectedPence, owedPence } = await moneyOf(db, ids.ownerPenalty)
    assert.deepEqual([issuedPence, collectedPence, owedPence], [36_000_00, 10_000_00, 26_000_00])
    assert.equal((await readPenalty(db, ids.ownerPenalty))?.stage, 'issued')
  })

  test('of the same reference, amount and day counts once', async () => {
    assert.equal((await finance.post(form(ids.ownerPenalty), paying('10000', 'B-1'))).statusCode, 303)
    assert.equal((await moneyOf(db, ids.ownerPenalty)).collectedPence, 10_000_00)
  })

  test('of the same amount within a week under another reference is stopped until somebody says that it is another', async () => {
    const answer = await finance.post(form(ids.ownerPenalty), paying('10000', 'B-1b'))
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /If this is another one, tick the box/)
    assert.equal((await moneyOf(db, ids.ownerPenalty)).collectedPence, 10_000_00)
    const [recorded] = await paymentsOfCase(db, ids.case)
    const likely = (receivedOn: string) => isLikelyRecorded(recorded === undefined ? [] : [recorded], { amountPence: pence(10_000_00), receivedOn: day(receivedOn), reference: 'B-1b' })
    assert.deepEqual([likely('2023-03-27'), likely('2023-03-28')], [true, false])
  })

  test('of the same reference with another amount is stopped', async () => {
    const answer = await finance.post(form(ids.ownerPenalty), paying('10001', 'B-1'))
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /already recorded with another amount or day/)
  })

  test('from tomorrow is stopped', async () => {
    assert.equal((await finance.post(form(ids.ownerPenalty), { ...paying('1', 'B-2'), receivedOn: '2023-03-21' })).statusCode, 409)
  })

  test('beyond the debt settles it and holds the rest, without a refund while the driver’s is owed', async () => {
    await finance.post(form(ids.ownerPenalty), paying('74000', 'B-3'))
    assert.equal((await readPenalty(db, ids.ownerPenalty))?.stage, 'settled')
    const payment = await paymentOfReference(db, 'B-3')
    assert.deepEqual([payment?.heldPence, payment?.refund], [48_000_00, null])
  })
})

describe('an owner who pays the driver’s penalty too', () => {
  test('discharges it once for both', async () => {
    const payment = await paymentOfReference(db, 'B-3')
    const answer = await finance.post(`/cases/${ids.case}/payments/${payment?.id}/allocation`, { penaltyId: ids.driverPenalty, amount: '48,000.00' })
    assert.equal(answer.statusCode, 303)
    assert.equal((await moneyOf(db, ids.driverPenalty)).owedPence, 0)
    assert.partialDeepStrictEqual(await readPenalty(db, ids.driverPenalty), { stage: 'settled', ended: { why: 'Paid in full by Test Haulage SRL' } })
  })

  test('is told so on the statement, where the debt is counted only once', async () => {
    const { body } = await finance.get(`/cases/${ids.case}/money`)
    assert.match(body, /Also answers for <span class="letter__exact">JX-2023-000042-D1/)
    assert.match(body, /It is owed once/)
  })
})

describe('a payment that the bank takes back', () => {
  test('has to say why, and makes what it settled owed again', async () => {
    const payment = await paymentOfReference(db, 'B-3')
    const address = `/cases/${ids.case}/payments/${payment?.id}`
    assert.equal((await finance.post(`${address}/return`, { reasons: '' })).statusCode, 409)
    assert.equal((await finance.post(`${address}/return`, { reasons: 'Recalled by the sender’s bank' })).statusCode, 303)
    assert.partialDeepStrictEqual(await readPenalty(db, ids.driverPenalty), { stage: 'issued', ended: null })
    assert.equal((await moneyOf(db, ids.driverPenalty)).owedPence, 48_000_00)
    assert.match((await finance.get(address)).body, /Taken back by the bank/)
  })

  test('can be paid again with another', async () => {
    await finance.post(form(ids.driverPenalty), paying('48000', 'B-5'))
    await finance.post(form(ids.ownerPenalty), paying('26000', 'B-6'))
    assert.deepEqual([(await readPenalty(db, ids.driverPenalty))?.stage, (await readPenalty(db, ids.ownerPenalty))?.stage], ['settled', 'settled'])
  })
})

describe('more than everything owed', () => {
  test('is proposed for refund', async () => {
    await finance.post(form(ids.driverPenalty), paying('5', 'B-4'))
    assert.partialDeepStrictEqual(await paymentOfReference(db, 'B-4'), { heldPence: 500, refund: { amountPence: 500, why: 'More was paid than is owed' } })
  })

  test('after a cancellation everything paid is', async () => {
    await postReduction(db, { penaltyId: ids.driverPenalty, amountPence: pence(0), on, source: 'cancelled', by })
    await postReduction(db, { penaltyId: ids.driverPenalty, amountPence: pence(0), on, source: 'cancelled', by })
    const held = (await paymentsOfCase(db, ids.case)).reduce((sum, payment) => sum + (payment.refund?.amountPence ?? 0), 0)
    assert.equal(held, 48_005_00)
    const { issuedPence, takenOffPence, collectedPence, owedPence } = await moneyOf(db, ids.driverPenalty)
    assert.deepEqual([issuedPence, takenOffPence, collectedPence, owedPence], [48_000_00, 48_000_00, 0, 0])
  })
})

describe('the ledger', () => {
  test('balances, and each journal comes to nothing', async () => {
    const { body } = await finance.get('/ledger')
    assert.match(body, /Balances/)
    const journal = /href="(\/ledger\/journals\/[\w-]+)"/.exec(body)?.[1] ?? ''
    assert.match((await finance.get(journal)).body, /Postings, which come to nothing together/)
    assert.equal((await trialBalance(db)).differencePence, 0)
  })

  test('is read by the auditor, who changes nothing', async () => {
    assert.equal((await site.signedInAs('auditor').get('/ledger')).statusCode, 200)
    assert.equal((await site.signedInAs('auditor').get('/ledger/payment-account')).statusCode, 403)
    assert.equal((await site.signedInAs('caseworker').get('/ledger')).statusCode, 403)
  })
})

describe('where people pay', () => {
  test('takes an account whose check digits are right', async () => {
    const account = { accountName: 'Test Office', sortCode: '12-34-56', accountNumber: '12345678', iban: 'GB33 BUKB 2020 1555 5555 55', from: '2023-03-20' }
    assert.equal((await finance.post('/ledger/payment-account', account)).statusCode, 303)
    assert.match((await finance.get('/ledger/payment-account')).body, /GB33BUKB20201555555555/)
    assert.equal((await finance.post('/ledger/payment-account', { ...account, iban: 'GB34 BUKB 2020 1555 5555 55' })).statusCode, 422)
  })
  test('knows a wrong character by the check digits', () => assert.deepEqual(['DE89370400440532013000', 'DE89370400440532013001', 'XX'].map(isIban), [true, false, false]))
})
