import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { settableClock } from '#platform/clock'
import type { Happening } from '#platform/decisions'
import { foldHistory, idsWithHistory, type Thing } from '#platform/events'
import { OutgoingRefused } from '#platform/outgoing'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite } from '#test/site'
import { day, epochMsOf, instant, instantOfEpochMs, noPence, pence, pounds } from '#values'
import type { DisputeAct } from '../../../app/card-pay/money-back.ts'
import { payStub, type CardAct } from '../../../app/card-pay/pay-stub.ts'
import type { StubAnswer } from '../../../app/card-pay/stub-answer.ts'
import { rememberReason } from '../case/look-reason.store.ts'
import { cardService, charges } from '../payment/account.ts'
import { balanceOf } from '../payment/balance.store.ts'
import { postReduction } from '../payment/debt.store.ts'
import { moneyOf } from '../payment/money.store.ts'
import { allocatedTo } from '../payment/payment.ts'
import { paymentsOfCase, paymentThing, readPayment } from '../payment/payment.store.ts'
import { trialBalance } from '../payment/trial-balance.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { cardPayments, payByCard, penalties } from '../wire.ts'
import { cardStatuses, evolveCardPayment, isFinal, movePayment, type CardPayment, type CardStatus } from './card-payment.ts'
import { cardPaymentThing, latestOfLink } from './card-payment.store.ts'
import { disputeThing } from './card-dispute.store.ts'
import { cardRefundThing, readCardRefund } from './card-refund.store.ts'
import { aboutEuros } from './euro-rate.store.ts'
import { followDisputes } from './follow-disputes.feed.ts'
import { followRefunds } from './follow-refunds.feed.ts'
import type { GovPay } from './gov-pay.feed.ts'
import { payLinkThing, linksOfPenalty } from './pay-link.store.ts'
import { isSignedBy, paySignature } from './pay-signature.feed.ts'

const now = '2024-05-10T10:00:00Z'
const stub = payStub(settableClock(instant(now)), { apiKey: 'key', cardPages: 'https://pay.example/demo' })
let isAway = false
let answerIsLost = false
const idIn = (address: string): string => /payments\/([^/]+)/.exec(address)?.[1] ?? ''
const delivered = ({ status, body }: StubAnswer) => ({ status: isAway ? 503 : status, body: JSON.stringify(isAway ? { code: 'P0999' } : body) })
const pay: GovPay = {
  address: 'https://pay.example', apiKey: 'key', signingSecret: 'secret',
  send: async (address, body, headers) => {
    if (isAway) return delivered({ status: 503, body: {} })
    const answer = delivered(address.endsWith('/refunds') ? stub.refund(headers, idIn(address), JSON.parse(body)) : stub.begin(headers, JSON.parse(body)))
    if (!answerIsLost) return answer
    throw new OutgoingRefused('answered-badly', 'the answer was lost on its way')
  },
  ask: async (address, headers) => delivered(address.includes('/disputes?') ? stub.disputes(headers, 1) : address.endsWith('/refunds') ? stub.refunds(headers, idIn(address)) : stub.read(headers, idIn(address))),
}
const { db, ...site } = await aSite({ wirings: [penalties, cardPayments({ publicUrl: 'https://public.example', pay }), payByCard(pay, 'https://public.example')], site: 'centre', now })
const caseId = await aProposedCase(db)
const [driver, owner] = [await penaltyFor(db, caseId, 'driver'), await penaltyFor(db, caseId, 'owner')]
for (const id of [driver, owner]) {
  await decide(db, id, pounds(6000))
  await issue(db, id)
}
await rememberReason(db, { officerId: 'test-finance', caseId, reason: 'A debt', at: site.clock.now() })
const [finance, payer] = [site.signedInAs('finance'), site.visitor]
const listening = await site.listen()

/** A link as an officer makes it, and the address it is given out as. */
async function aLink(penaltyId: string): Promise<string> {
  const made = await finance.post(`/penalties/${penaltyId}/pay-link`, {})
  assert.equal(made.statusCode, 303)
  const shown = await finance.get(String(made.headers.location))
  return /https:\/\/public\.example(\/pay\/[A-Za-z0-9_-]{32})/.exec(shown.body)?.[1] ?? assert.fail('the address is not shown')
}
const attemptOn = async (penaltyId: string): Promise<CardPayment> => (await latestOfLink(db, (await linksOfPenalty(db, penaltyId))[0]?.id ?? '')) ?? assert.fail('nobody has begun')
async function actAtCard(penaltyId: string, act: CardAct): Promise<void> {
  const { providerId } = await attemptOn(penaltyId)
  stub.page(providerId ?? '')
  stub.act(providerId ?? '', act)
}
const tell = (message: object, signature?: string) => {
  const body = JSON.stringify(message)
  return site.app.inject({ method: 'POST', url: '/pay/messages', payload: body, headers: { 'content-type': 'application/json', 'pay-signature': signature ?? paySignature(Buffer.from(body), 'secret') } })
}

describe('a payment as the card service tells of it', () => {
  const asked = evolveCardPayment(undefined, { type: 'card-payment-asked', cardPaymentId: 'c', linkId: 'l', caseId: 'k', penaltyId: 'p', amountPence: pence(100), askedAt: instant(now) })
  const after = (told: readonly CardStatus[]): CardPayment => told.reduce((payment, status) => {
    const moved = movePayment(payment, status, null)
    return 'events' in moved ? moved.events.reduce<CardPayment>(evolveCardPayment, payment) : payment
  }, asked)
  test('never goes back, and what is final stays so, in whatever order and however often it is told', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...cardStatuses)), (told) => {
      const finals = told.filter((status) => isFinal({ status }))
      const end = after(told)
      assert.equal(end.status, finals[0] ?? cardStatuses[Math.max(0, ...told.map((status) => cardStatuses.indexOf(status)))])
    }))
  })
  test('is believed only with its signature over the very bytes', () => {
    const body = Buffer.from('{"a":1}')
    assert.ok(isSignedBy(body, paySignature(body, 'secret'), 'secret'))
    for (const [bytes, signature, secret] of [[Buffer.from('{"a": 1}'), paySignature(body, 'secret'), 'secret'], [body, paySignature(body, 'other'), 'secret'], [body, '', 'secret'], [body, paySignature(body, 'secret').toUpperCase(), 'secret']] as const) assert.equal(isSignedBy(bytes, signature, secret), false)
  })
  test('in euros is about so many, never too few, and nothing in pence is changed by it', () => assert.deepEqual([aboutEuros(pounds(100), { eurosPerPound: '1.15230' }), aboutEuros(noPence, { eurosPerPound: '1.2' })], [116, 0]))
})

describe('whoever was given a link', () => {
  test('sees a reference and what is owed, and no name', async () => {
    const { body, statusCode } = await payer.get(await aLink(driver))
    assert.equal(statusCode, 200)
    assert.match(body, /JX-2024-000001-D1/)
    assert.match(body, /£6,000/)
    assert.equal(/Popescu/.test(body), false)
    assert.equal((await payer.get(`/pay/${'x'.repeat(32)}`)).statusCode, 404)
  })
  test('is shown euros only where finance has set a rate, and pounds stay owed', async () => {
    const link = await aLink(driver)
    assert.equal(/€/.test((await payer.get(link)).body), false)
    assert.equal((await finance.post('/ledger/euro-rate', { onDay: '2024-05-10', eurosPerPound: '1.1523', source: 'Bank of England' })).statusCode, 303)
    assert.match((await payer.get(link)).body, /6,914 €.*Bank of England/s)
    assert.equal((await moneyOf(db, driver)).owedPence, 6_000_00)
  })
  test('who presses twice is on one and the same payment', async () => {
    const link = await aLink(driver)
    assert.equal((await payer.post(link)).headers.location, `${link}/onward`)
    const first = await attemptOn(driver)
    assert.equal((await payer.post(link)).headers.location, `${link}/onward`)
    assert.deepEqual(await attemptOn(driver), first)
    assert.match((await payer.get(`${link}/onward`)).body, /https:\/\/pay\.example\/demo\/card\//)
  })
  test('waits while another payer of the same debt is at the card page', async () => {
    const one = await aLink(owner)
    await payer.post(one)
    const { providerId } = await attemptOn(owner)
    stub.page(providerId ?? '')
    for (const message of stub.messages()) await tell(message)
    const other = await payer.post(await aLink(owner))
    assert.equal(other.statusCode, 409)
    assert.match(other.body, /Somebody is paying this by card right now/)
    assert.equal((await payer.post(one)).statusCode, 303)
    stub.act(providerId ?? '', 'cancel')
    for (const message of stub.messages()) await tell(message)
  })
  test('is told when the card service is away, and nothing is lost', async () => {
    const link = await aLink(driver)
    isAway = true
    const answer = await payer.post(link)
    isAway = false
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /Nothing was paid/)
    assert.equal((await payer.post(link)).statusCode, 303)
  })
})

describe('what the card service tells', () => {
  test('unsigned is turned away, and of a payment that is not ours is taken and does nothing', async () => {
    assert.equal((await tell({ a: 1 }, 'wrong')).statusCode, 401)
    assert.equal((await tell({ a: 1 })).statusCode, 400)
    const stranger = { payment_id: 'stranger', amount: 100, reference: 'x', state: { status: 'success', finished: true } }
    assert.equal((await tell({ id: 'm-0', resource_id: 'stranger', resource_type: 'payment', event_type: 'card_payment_succeeded', resource: stranger })).statusCode, 200)
    assert.deepEqual(await paymentsOfCase(db, caseId), [])
  })
  test('twice and in disorder books one payment, and settles what it pays in full', async () => {
    const link = await aLink(driver)
    await payer.post(link)
    await actAtCard(driver, 'pay')
    const messages = stub.messages()
    assert.ok(messages.length >= 6, 'each is told twice')
    for (const message of messages) assert.equal((await tell(message)).statusCode, 200)
    const [payment, ...others] = await paymentsOfCase(db, caseId)
    assert.deepEqual([payment?.amountPence, payment?.method, others], [6_000_00, 'card', []])
    assert.deepEqual([(await moneyOf(db, driver)).owedPence, (await readPenalty(db, driver))?.stage], [0, 'settled'])
    assert.equal((await attemptOn(driver)).bookedAs, payment?.id)
    assert.match((await payer.get(link)).body, /Nothing is owed under this reference/)
    assert.equal((await payer.post(link)).statusCode, 409)
  })
  test('never, is asked when the payer comes back', async () => {
    const link = await aLink(owner)
    await payer.post(link)
    await actAtCard(owner, 'refuse')
    stub.messages()
    assert.match((await payer.get(`${link}/return`)).body, /Your bank did not take the card/)
    assert.equal((await payer.post(link)).statusCode, 303)
    await actAtCard(owner, 'pay')
    isAway = true
    assert.match((await payer.get(`${link}/return`)).body, /Do not pay again/)
    isAway = false
    assert.match((await payer.get(`${link}/return`)).body, /We have received/)
    assert.equal((await moneyOf(db, owner)).collectedPence, 6_000_00)
    for (const message of stub.messages()) await tell(message)
    assert.equal((await moneyOf(db, owner)).collectedPence, 6_000_00)
  })
})

describe('money that goes back to a card', () => {
  const second = site.signedInAs('finance', { id: 'second-finance', name: 'Second finance' })
  let address = ''
  const paidBy = async (penaltyId: string) => (await paymentsOfCase(db, caseId)).find((payment) => allocatedTo(payment, penaltyId) > 0 || payment.heldPence > 0) ?? assert.fail('nothing is paid')
  const paymentNow = async () => (await readPayment(db, address.split('/').at(-1) ?? '')) ?? assert.fail()
  const sweep = () => followRefunds({ db, clock: site.clock, pay })
  const later = () => site.clock.set(instantOfEpochMs(epochMsOf(site.clock.now()) + 6 * 60_000))
  async function approved(): Promise<void> {
    assert.equal((await finance.post(`${address}/refund`, { way: 'card', payee: 'Card payer', account: '', reasons: 'Paid too much' })).statusCode, 303)
    assert.equal((await finance.post(`${address}/refund/approval`, { answer: 'approve', reasons: 'Mine' })).statusCode, 409)
    assert.equal((await second.post(`${address}/refund/approval`, { answer: 'approve', reasons: 'Seen' })).statusCode, 303)
  }
  test('is asked of the card service when a second officer approves, and leaves our account with it at once', async () => {
    await rememberReason(db, { officerId: 'second-finance', caseId, reason: 'A refund', at: site.clock.now() })
    address = `/cases/${caseId}/payments/${(await paidBy(driver)).id}`
    await postReduction(db, { penaltyId: driver, amountPence: pounds(4000), on: day('2024-05-10'), source: 'smaller', by: bySenior })
    await approved()
    assert.partialDeepStrictEqual(await paymentNow(), { heldPence: 0, refunds: [{ amountPence: 2_000_00, toCard: true }] })
    assert.equal(await balanceOf(db, cardService), 10_000_00)
  })
  test('is handed over once, though the first answer was lost and the messages come twice', async () => {
    isAway = true
    await sweep()
    isAway = false
    later()
    answerIsLost = true
    await sweep()
    answerIsLost = false
    later()
    await sweep()
    const { refunds: [refund] } = await paymentNow()
    assert.equal((await readCardRefund(db, refund?.cardRefundId ?? ''))?.status, 'submitted')
    assert.match(JSON.stringify(stub.refunds({ authorization: 'Bearer key' }, (await attemptOn(driver)).providerId ?? '').body), /^(?!.*refund_id.*refund_id)/, 'the card service has one refund')
    stub.settleRefunds((await attemptOn(driver)).providerId ?? '', 'success')
    for (const message of stub.messages()) assert.equal((await tell(message)).statusCode, 200)
    await sweep()
    assert.equal((await readCardRefund(db, refund?.cardRefundId ?? ''))?.status, 'success')
    assert.match((await finance.get(address)).body, /Arrived at the card/)
  })
  test('that the card would not take is held again, and goes to an account', async () => {
    await postReduction(db, { penaltyId: driver, amountPence: pounds(3000), on: day('2024-05-10'), source: 'smaller still', by: bySenior })
    await approved()
    later()
    await sweep()
    stub.settleRefunds((await attemptOn(driver)).providerId ?? '', 'error')
    later()
    await sweep()
    assert.partialDeepStrictEqual(await paymentNow(), { heldPence: 1_000_00, refund: { prepared: null }, refunds: [{}, { failed: { why: 'The card or its bank did not take it' } }] })
    assert.equal(await balanceOf(db, cardService), 10_000_00)
    assert.doesNotMatch((await finance.get(`${address}/refund`)).body, /Back to the card it was paid with/)
  })
  test('told of in the other published shape, is looked after at once', async () => {
    const { providerId } = await attemptOn(driver)
    const message = { webhook_message_id: 'm-refund', resource_id: 'r', resource_type: 'refund', event_type: 'card_payment_refunded', resource: { refund_id: 'r', payment_id: providerId, amount: 100, status: 'success' } }
    assert.equal((await tell(message)).statusCode, 200)
  })
})

describe('a payer who goes to their bank', () => {
  const hear = () => followDisputes({ db, clock: site.clock, pay })
  const raise = async (penaltyId: string, as: DisputeAct) => {
    assert.ok(stub.dispute((await attemptOn(penaltyId)).providerId ?? '', as))
    await hear()
    await hear()
  }
  test('is seen on the case, with the day for our evidence', async () => {
    await raise(owner, 'needs_response')
    assert.match((await finance.get(`/cases/${caseId}`)).body, /Give evidence in a card dispute over £6,000/)
    assert.match((await finance.get('/ledger/cards')).body, /Evidence is wanted/)
    assert.equal((await moneyOf(db, owner)).owedPence, noPence)
  })
  test('and loses costs nothing', async () => {
    await raise(owner, 'won')
    await raise(owner, 'needs_response')
    assert.deepEqual([(await moneyOf(db, owner)).owedPence, (await readPenalty(db, owner))?.stage, await balanceOf(db, charges)], [0, 'settled', 0])
  })
  test('and wins makes the debt owed again, once, with the fee as a charge of ours', async () => {
    const before = await moneyOf(db, driver)
    await raise(driver, 'lost')
    // 6,000 were disputed: 3,000 had been set against the penalty, 1,000 were held, and 2,000 had gone back already, which we lose with the fee.
    assert.deepEqual([before.owedPence, (await moneyOf(db, driver)).owedPence, await balanceOf(db, charges)], [0, 3_000_00, 2_015_00])
    assert.equal((await readPenalty(db, driver))?.stage, 'issued')
    const body = (await finance.get(`/cases/${caseId}`)).body
    assert.match(body, /Card dispute: decided for the payer|asked to take £6,000 back: decided for the payer/)
    const { differencePence, disagreeing } = await trialBalance(db)
    assert.deepEqual([differencePence, disagreeing], [0, []])
  })
  test('leaves histories that fold to their rows', async () => {
    for (const thing of [cardPaymentThing, payLinkThing, paymentThing, cardRefundThing, disputeThing]) {
      for (const id of await idsWithHistory(db, thing.name)) assert.deepEqual(await foldHistory(db, thing as Thing<unknown, Happening>, id), await thing.read(db, id))
    }
  })
})

describe('the stand-in for the card service', () => {
  const beginning = { amount: 100, reference: 'R', description: 'D', return_url: 'https://x.example/r' }
  const headers = { 'authorization': 'Bearer key', 'idempotency-key': 'k-1' }
  test('answers as published: 201, the same again 200, another under the same key P0191, a wrong field P0102, a wrong key 401', () => {
    assert.deepEqual([stub.begin(headers, beginning).status, stub.begin(headers, beginning).status], [201, 200])
    assert.partialDeepStrictEqual(stub.begin(headers, { ...beginning, amount: 101 }), { status: 409, body: { code: 'P0191' } })
    assert.partialDeepStrictEqual(stub.begin(headers, { ...beginning, amount: 10_000_001 }), { status: 422, body: { code: 'P0102', field: 'amount' } })
    assert.equal(stub.begin({}, beginning).status, 401)
    assert.partialDeepStrictEqual(stub.read(headers, 'nobody'), { status: 404, body: { code: 'P0200' } })
    assert.partialDeepStrictEqual(stub.refund(headers, 'nobody', { amount: 1 }), { status: 404 })
  })
  test('pays back no more than is left, and not twice on one sight of it: P0603, and 412 with P0604', () => {
    const paid = stub.begin({ ...headers, 'idempotency-key': 'k-2' }, beginning).body as { readonly payment_id: string }
    assert.partialDeepStrictEqual(stub.refund(headers, paid.payment_id, { amount: 1, refund_amount_available: 100 }), { status: 400, body: { code: 'P0603' } })
    stub.act(paid.payment_id, 'pay')
    assert.partialDeepStrictEqual(stub.refund(headers, paid.payment_id, { amount: 60, refund_amount_available: 100 }), { status: 202, body: { status: 'submitted', amount: 60 } })
    assert.partialDeepStrictEqual(stub.refund(headers, paid.payment_id, { amount: 60, refund_amount_available: 100 }), { status: 412, body: { code: 'P0604' } })
    assert.partialDeepStrictEqual(stub.refund(headers, paid.payment_id, { amount: 60, refund_amount_available: 40 }), { status: 400, body: { code: 'P0603' } })
    assert.partialDeepStrictEqual(stub.read(headers, paid.payment_id), { body: { refund_summary: { status: 'available', amount_available: 40, amount_submitted: 60 } } })
  })
})

test('on the screen axe finds nothing, on a phone in French and on a desk', async () => {
  const other = await aProposedCase(db)
  const open = await penaltyFor(db, other, 'driver')
  await decide(db, open, pounds(6000))
  await issue(db, open)
  await rememberReason(db, { officerId: 'test-finance', caseId: other, reason: 'A debt', at: site.clock.now() })
  const link = await aLink(open)
  await payer.post(link)
  for (const [asker, terminal, paths] of [[payer, { width: 390, language: 'fr' }, [link, `${link}/onward`, `${link}/return`]], [payer, { width: 1440 }, [link]], [finance, { width: 1440 }, [`/penalties/${open}/pay-link`, '/ledger/euro-rate', '/ledger/cards']]] as const) {
    const { page, context } = await aWindow(listening, asker, terminal)
    for (const path of paths) {
      await page.goto(path)
      await picture(page, `card${path.replaceAll('/', '_').slice(0, 12)}-${path.split('/').at(-1)?.slice(0, 10)}-${terminal.width}`)
      await findsNothing(page)
    }
    await context.close()
  }
})
