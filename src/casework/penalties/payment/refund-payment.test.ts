import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { eventsOf } from '#test/penalties'
import { aSite } from '#test/site'
import { day, noPence, pence, pounds, type Pence } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { refundByOneMaxPence } from '../limits.ts'
import { penalties } from '../wire.ts'
import { postReduction } from './debt.store.ts'
import { evolvePayment } from './evolve-payment.ts'
import type { Payment } from './payment.ts'
import { paymentOfReference, paymentThing } from './payment.store.ts'
import { approveRefund, failRefund, prepareRefund } from './refund-payment.ts'
import { takePayment } from './take-payment.store.ts'
import { trialBalance } from './trial-balance.store.ts'

const on = day('2024-03-05')
const [one, other] = [{ officerId: 'test-finance', name: 'Test finance' }, { officerId: 'test-finance-2', name: 'Second finance' }]
const prepared = { payee: 'Example Haulage SRL', account: 'GB82WEST12345698765432', reasons: 'The account the money came from', preparedBy: one, preparedOn: on }
const approving = { approve: true, reasons: 'The bank statement shows it', by: other, on }

function overpaidBy(amountPence: Pence): Payment {
  const received = evolvePayment(undefined, { type: 'payment-received', paymentId: 'p', caseId: 'c', receivedOn: on, amountPence, payer: 'Example Haulage SRL', method: 'card', reference: 'R' })
  return evolvePayment(received, { type: 'refund-proposed', amountPence, why: 'Penalty cancelled' })
}
const after = (payment: Payment, decision: ReturnType<typeof prepareRefund>): Payment => eventsOf(decision).reduce<Payment>(evolvePayment, payment)

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-05T10:00:00Z' })
const caseId = await aProposedCase(db)
const [driver, owner] = [await penaltyFor(db, caseId, 'driver'), await penaltyFor(db, caseId, 'owner')]
for (const id of [driver, owner]) {
  await decide(db, id, pounds(6000))
  await issue(db, id)
  await takePayment(db, { penaltyId: id, amountPence: pounds(6000), receivedOn: on, recordedOn: on, payer: 'Example Haulage SRL', method: 'bank-transfer', reference: `R-${id}`, by: bySenior })
}
await postReduction(db, { penaltyId: driver, amountPence: noPence, on, source: 'cancelled', by: bySenior })
for (const { officerId } of [one, other]) await rememberReason(db, { officerId, caseId, reason: 'A payment concerns it', at: site.clock.now() })
const [first, second] = [site.signedInAs('finance'), site.signedInAs('finance', { id: other.officerId, name: other.name })]
const payment = await paymentOfReference(db, `R-${driver}`)
const address = `/cases/${caseId}/payments/${payment?.id}`
const listening = await site.listen()
const form = { payee: prepared.payee, account: 'GB82 WEST 1234 5698 7654 32', reasons: 'The account the money came from' }

describe('paying back what was proposed', () => {
  test('up to the limit one officer of finance is enough; a penny more waits for another', () => {
    const small = overpaidBy(pence(refundByOneMaxPence))
    assert.partialDeepStrictEqual(after(small, prepareRefund(small, prepared)), { heldPence: 0, refund: null, refunds: [{ approvedBy: null }] })
    const large = overpaidBy(pence(refundByOneMaxPence + 1))
    assert.partialDeepStrictEqual(after(large, prepareRefund(large, prepared)), { heldPence: refundByOneMaxPence + 1, refund: { prepared: { payee: prepared.payee } }, refunds: [] })
  })
  test('is never approved by the one who made it ready, nor without a reason', () => {
    const large = overpaidBy(pounds(12_000))
    const ready = after(large, prepareRefund(large, prepared))
    assert.deepEqual(approveRefund(ready, { ...approving, by: one }), { refused: 'refund-prepared-by-the-same-person' })
    assert.deepEqual(approveRefund(ready, { ...approving, reasons: ' ' }), { refused: 'reasons-needed' })
    assert.deepEqual(prepareRefund(ready, prepared), { refused: 'refund-waits-for-approval' })
  })
  test('sent back, is made ready anew', () => {
    const large = overpaidBy(pounds(12_000))
    const ready = after(large, prepareRefund(large, prepared))
    const sentBack = eventsOf(approveRefund(ready, { ...approving, approve: false })).reduce<Payment>(evolvePayment, ready)
    assert.equal(sentBack.refund?.prepared, null)
    assert.equal(eventsOf(prepareRefund(sentBack, prepared)).length, 1)
  })
  test('to the card that paid takes two officers whatever the amount, and no account', () => {
    const small = overpaidBy(pounds(1))
    const ready = after(small, prepareRefund(small, { ...prepared, account: '', toCard: true }))
    assert.partialDeepStrictEqual(ready, { heldPence: 1_00, refund: { prepared: { toCard: true } }, refunds: [] })
    assert.deepEqual(approveRefund(ready, { ...approving, by: one }), { refused: 'refund-prepared-by-the-same-person' })
    const sent = eventsOf(approveRefund(ready, { ...approving, cardRefundId: 'c' })).reduce<Payment>(evolvePayment, ready)
    assert.partialDeepStrictEqual(sent, { heldPence: 0, refunds: [{ cardRefundId: 'c', amountPence: 1_00 }] })
    const failed = eventsOf(failRefund(sent, { cardRefundId: 'c', on, why: 'Card ended' })).reduce<Payment>(evolvePayment, sent)
    assert.partialDeepStrictEqual(failed, { heldPence: 1_00, refunds: [{ failed: { why: 'Card ended' } }] })
    assert.deepEqual(eventsOf(failRefund(failed, { cardRefundId: 'c', on, why: 'Card ended' })), [], 'told twice, it is held again once')
  })
  test('needs a proposal, and an account that can exist', () => {
    const paid = after(overpaidBy(pounds(1)), prepareRefund(overpaidBy(pounds(1)), prepared))
    assert.deepEqual(prepareRefund(paid, prepared), { refused: 'no-refund-proposed' })
    assert.deepEqual(prepareRefund(overpaidBy(pounds(1)), { ...prepared, account: 'GB82WEST12345698765433' }), { refused: 'not-an-account' })
  })
})

describe('a cancelled penalty that had been paid', () => {
  test('is paid back by two officers of finance, and the ledger balances', async () => {
    assert.equal(payment?.refund?.amountPence, 6_000_00)
    assert.equal((await first.post(`${address}/refund`, { ...form, account: 'nonsense' })).statusCode, 422)
    assert.equal((await first.post(`${address}/refund`, form)).statusCode, 303)
    assert.equal((await first.post(`${address}/refund/approval`, { answer: 'approve', reasons: 'Mine' })).statusCode, 409)
    assert.equal((await trialBalance(db)).lines.find(({ kind }) => kind === 'held')?.creditPence, 6_000_00)
  })
  for (const width of [1440, 390]) {
    test(`its approval at ${width} pixels gives axe nothing to find`, async () => {
      const { page, context } = await aWindow(listening, second, { width })
      await page.goto(`${address}/refund`)
      await picture(page, `refund-${width}`)
      await findsNothing(page)
      await context.close()
    })
  }
  test('once approved leaves nothing held, stands in the statement and folds from history', async () => {
    assert.equal((await second.post(`${address}/refund/approval`, { answer: 'approve', reasons: 'Seen' })).statusCode, 303)
    const paid = await paymentOfReference(db, `R-${driver}`)
    assert.partialDeepStrictEqual(paid, { heldPence: 0, refund: null, refunds: [{ amountPence: 6_000_00, approvedBy: other }] })
    assert.deepEqual(await foldHistory(db, paymentThing, paid?.id ?? ''), paid)
    const { differencePence, disagreeing, lines } = await trialBalance(db)
    assert.deepEqual([differencePence, disagreeing, lines.find(({ kind }) => kind === 'bank')?.debitPence], [0, [], 6_000_00])
    assert.match((await first.get(`/cases/${caseId}/money`)).body, /Paid back/)
  })
  test('is not taken back by the bank over what was paid back', async () => {
    assert.match((await first.post(`${address}/return`, { reasons: 'Recalled' })).body, /A part of this payment has been paid back/)
  })
  test('is for finance alone', async () => {
    for (const role of ['caseworker', 'senior-officer', 'auditor'] as const) assert.equal((await site.signedInAs(role).get(`${address}/refund`)).statusCode, 403)
  })
})
