import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, anOpenCase, bySenior, decide, issue, penaltyFor, propose } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { eventsOf } from '#test/penalties'
import { aSite } from '#test/site'
import { instant, pounds, type Role } from '#values'
import { moneyOf } from '../payment/money.store.ts'
import { paymentsOfCase } from '../payment/payment.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { caseThing, readCase } from './case.store.ts'
import { correctFindOf } from './correct-find.store.ts'
import { rememberReason } from './look-reason.store.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-05T10:00:00Z' })
const [finance, senior, caseworker] = [site.signedInAs('finance'), site.signedInAs('senior-officer'), site.signedInAs('caseworker')]

async function hasSaidWhy(caseId: string, ...roles: readonly Role[]): Promise<void> {
  for (const role of roles) await rememberReason(db, { officerId: `test-${role}`, caseId, reason: 'Working on it', at: site.clock.now() })
}

const caseId = await aProposedCase(db)
await hasSaidWhy(caseId, 'finance', 'senior-officer', 'caseworker')
const driverPenalty = await penaltyFor(db, caseId, 'driver')
const ownerPenalty = await penaltyFor(db, caseId, 'owner')
const paying = (reference: string, amount: string) => ({ amount, receivedOn: '2024-03-05', payer: 'Example Haulage SRL', method: 'bank-transfer', reference })

const corrected = await aProposedCase(db)
for (const capacity of ['driver', 'owner'] as const) await decide(db, await penaltyFor(db, corrected, capacity), pounds(6000))
await hasSaidWhy(corrected, 'senior-officer')
const correction = { id: newId(), facts: { entrants: 3 }, because: 'One more was found', correctedBy: 'Robin Farthing', correctedAt: instant('2024-03-05T08:00:00Z') }
eventsOf(await correctFindOf(db, corrected, correction, bySenior))
const twice = await anOpenCase(db, { adequatelySecured: false })
for (const section of ['31A', '32'] as const) await propose(db, twice, section)
await decide(db, await penaltyFor(db, twice, 'driver', '32'), pounds(12_000))
await hasSaidWhy(twice, 'senior-officer', 'caseworker')
const barred = await penaltyFor(db, twice, 'driver', '31A')

describe('a case with one person decided and another not', () => {
  test('is hidden from finance until the first decision', async () => {
    assert.equal((await finance.get(`/cases/${caseId}`)).statusCode, 403)
    assert.doesNotMatch((await finance.get('/cases')).body, new RegExp(caseId))
  })
  test('lets finance see and book a payment for the notice that was issued', async () => {
    await decide(db, driverPenalty, pounds(12_000))
    await issue(db, driverPenalty)
    assert.match((await finance.get('/cases')).body, /Partly decided/)
    assert.equal((await finance.get(`/penalties/${driverPenalty}/payments/new`)).statusCode, 200)
    assert.equal((await finance.post(`/penalties/${driverPenalty}/payments/new`, paying('PART-1', '12000'))).statusCode, 303)
    assert.equal((await readPenalty(db, driverPenalty))?.stage, 'settled')
  })
  test('lets a caseworker record an objection to that notice', async () => {
    assert.equal((await caseworker.get(`/penalties/${driverPenalty}/objection`)).statusCode, 200)
  })
  test('refuses finance a payment for the penalty that nobody has decided', async () => {
    assert.equal((await finance.post(`/penalties/${ownerPenalty}/payments/new`, paying('PART-2', '1'))).statusCode, 409)
  })
})

describe('withdrawing a proposal on the screen', () => {
  test('asks why, and then offers to propose again', async () => {
    assert.equal((await caseworker.post(`/penalties/${ownerPenalty}/withdrawal`, { reasons: '' })).statusCode, 422)
    assert.equal((await caseworker.post(`/penalties/${ownerPenalty}/withdrawal`, { reasons: 'The owner sold it before' })).statusCode, 303)
    assert.match((await caseworker.get(`/penalties/${ownerPenalty}`)).body, /The owner sold it before[\s\S]*Propose again|Propose again[\s\S]*The owner sold it before/)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Propose the assessment again/)
  })
  test('is not for finance', async () => {
    assert.equal((await finance.get(`/penalties/${ownerPenalty}/withdrawal`)).statusCode, 403)
  })
})

describe('on the screen', async () => {
  const address = await site.listen()

  for (const [name, path, width] of [
    ['correction', `/cases/${corrected}/corrections/${correction.id}`, 1440],
    ['corrected-case', `/cases/${corrected}`, 390],
    ['withdraw', `/penalties/${await penaltyFor(db, twice, 'owner', '31A')}/withdrawal`, 390],
    ['barred', `/penalties/${barred}/decision`, 1440],
  ] as const) {
    test(`${name} gives axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, senior, { width })
      await page.goto(path)
      await picture(page, name)
      await findsNothing(page)
      await context.close()
    })
  }
  test('the correction is considered and leaves the actions', async () => {
    const path = `/cases/${corrected}/corrections/${correction.id}`
    assert.match((await senior.get(`/cases/${corrected}`)).body, /The find was corrected after the decision/)
    assert.equal((await senior.post(path, { answer: 'leave', reasons: 'It makes no difference' })).statusCode, 303)
    assert.doesNotMatch((await senior.get(`/cases/${corrected}`)).body, /to-do__text">The find was corrected/)
  })
  test('deciding none because of the other section is one button', async () => {
    assert.equal((await senior.post(`/penalties/${barred}/barred`)).statusCode, 303)
    assert.match((await senior.get(`/penalties/${barred}`)).body, /s\.31A\(11\)/)
  })
})

describe('a closed case', () => {
  test('is opened again by a senior officer with reasons, and then the payment that bounced is taken back', async () => {
    await propose(db, caseId)
    await senior.post(`/penalties/${ownerPenalty}/decision`, { outcome: 'none', reasons: 'Sold before' })
    site.clock.set(instant('2024-03-30T10:00:00Z'))
    await hasSaidWhy(caseId, 'finance', 'senior-officer', 'caseworker')
    assert.equal((await senior.post(`/cases/${caseId}/close`)).statusCode, 303)
    const [payment] = await paymentsOfCase(db, caseId)
    const takeBack = () => finance.post(`/cases/${caseId}/payments/${payment?.id}/return`, { reasons: 'Recalled by the payer’s bank' })
    assert.match((await takeBack()).body, /Ask a senior officer to open it again/)

    for (const asker of [caseworker, finance]) assert.equal((await asker.post(`/cases/${caseId}/reopen`, { reasons: 'Bounced' })).statusCode, 403)
    assert.equal((await senior.post(`/cases/${caseId}/reopen`, { reasons: '' })).statusCode, 422)
    assert.equal((await senior.post(`/cases/${caseId}/reopen`, { reasons: 'The payment bounced' })).statusCode, 303)
    assert.equal((await takeBack()).statusCode, 303)
    assert.equal((await moneyOf(db, driverPenalty)).owedPence, 12_000_00)
    assert.equal((await readPenalty(db, driverPenalty))?.stage, 'issued')
    assert.deepEqual(await foldHistory(db, caseThing, caseId), await readCase(db, caseId))
  })
})
