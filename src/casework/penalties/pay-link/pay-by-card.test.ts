import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { settableClock } from '#platform/clock'
import { foldHistory, idsWithHistory } from '#platform/events'
import { aProposedCase, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite } from '#test/site'
import { instant, noPence, pence, pounds } from '#values'
import { payStub, type CardAct, type StubAnswer } from '../../../app/card-pay/pay-stub.ts'
import { rememberReason } from '../case/look-reason.store.ts'
import { moneyOf } from '../payment/money.store.ts'
import { paymentsOfCase } from '../payment/payment.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { cardPayments, payByCard, penalties } from '../wire.ts'
import { cardStatuses, evolveCardPayment, isFinal, movePayment, type CardPayment, type CardStatus } from './card-payment.ts'
import { cardPaymentThing, latestOfLink } from './card-payment.store.ts'
import { aboutEuros } from './euro-rate.store.ts'
import type { GovPay } from './gov-pay.feed.ts'
import { payLinkThing, linksOfPenalty } from './pay-link.store.ts'
import { isSignedBy, paySignature } from './pay-signature.feed.ts'

const now = '2024-05-10T10:00:00Z'
const stub = payStub(settableClock(instant(now)), { apiKey: 'key', cardPages: 'https://pay.example/demo' })
let isAway = false
const delivered = ({ status, body }: StubAnswer) => ({ status: isAway ? 503 : status, body: JSON.stringify(isAway ? { code: 'P0999' } : body) })
const pay: GovPay = {
  address: 'https://pay.example', apiKey: 'key', signingSecret: 'secret',
  send: async (_address, body, headers) => delivered(isAway ? { status: 503, body: {} } : stub.begin(headers, JSON.parse(body))),
  ask: async (address, headers) => delivered(stub.read(headers, address.split('/').at(-1) ?? '')),
}
const { db, ...site } = await aSite({ wirings: [penalties, cardPayments('https://public.example'), payByCard(pay, 'https://public.example')], site: 'centre', now })
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
  test('has histories that fold to their rows', async () => {
    for (const id of await idsWithHistory(db, 'card-payment')) assert.deepEqual(await foldHistory(db, cardPaymentThing, id), await cardPaymentThing.read(db, id))
    for (const id of await idsWithHistory(db, 'pay-link')) assert.deepEqual(await foldHistory(db, payLinkThing, id), await payLinkThing.read(db, id))
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
  for (const [asker, terminal, paths] of [[payer, { width: 390, language: 'fr' }, [link, `${link}/onward`, `${link}/return`]], [payer, { width: 1440 }, [link]], [finance, { width: 1440 }, [`/penalties/${open}/pay-link`, '/ledger/euro-rate']]] as const) {
    const { page, context } = await aWindow(listening, asker, terminal)
    for (const path of paths) {
      await page.goto(path)
      await picture(page, `card${path.replaceAll('/', '_').slice(0, 12)}-${path.split('/').at(-1)?.slice(0, 10)}-${terminal.width}`)
      await findsNothing(page)
    }
    await context.close()
  }
})
