import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { eventsOf, seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { day, noPence, pounds } from '#values'
import { appealsOfCase, appealThing, readAppeal } from '../appeal/appeal.store.ts'
import type { AppealCosts } from '../appeal/appeal.ts'
import { concludeAppealOf, lodgeAppealOf } from '../appeal/change-appeal.store.ts'
import { penalties } from '../wire.ts'
import { openCosts, postCosts } from './costs.store.ts'
import { moneyOf } from './money.store.ts'
import { trialBalance } from './trial-balance.store.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2024-06-10T09:00:00Z' })
const { db } = site
const finance = site.signedInAs('finance')
const second = site.signedInAs('finance', { id: 'second-finance', name: 'Second finance' })
let caseId = ''

/** An appeal dismissed with an order for costs, and the ledger told of it as the reaction does. */
async function anAppealWith(costs: AppealCosts): Promise<string> {
  const penaltyId = await penaltyFor(db, caseId, costs.whoPays === 'we-pay' ? 'owner' : 'driver')
  const appealId = newId()
  const today = day('2024-06-01')
  eventsOf(await lodgeAppealOf(db, penaltyId, { appealId, court: 'county-court', courtName: 'Canterbury', claimNumber: `K-${costs.whoPays}`, appellant: 'A', grounds: 'both', summary: 'x', lodgedOn: day('2024-03-10'), servedOn: day('2024-03-11'), today }, bySenior))
  eventsOf(await concludeAppealOf(db, appealId, { outcome: 'dismissed', amountPence: null, on: day('2024-05-01'), reasons: 'x', costs, concludedBy: seniorOfficer, today }, bySenior))
  const awarded = { appealId, costs, on: day('2024-05-01'), source: `entry of ${appealId}`, by: bySenior }
  await postCosts(db, awarded)
  await postCosts(db, awarded)
  return appealId
}

const open = async (id: string) => {
  const appeal = await readAppeal(db, id)
  assert.ok(appeal)
  return openCosts(db, appeal)
}

before(async () => {
  caseId = await aProposedCase(db)
  for (const capacity of ['owner', 'driver'] as const) await decide(db, await penaltyFor(db, caseId, capacity), pounds(12_000))
  for (const capacity of ['owner', 'driver'] as const) await issue(db, await penaltyFor(db, caseId, capacity))
  for (const officer of [finance, second]) await officer.post(`/cases/${caseId}/reason`, { reason: 'payment' })
})

describe('costs of an appeal that we pay', () => {
  let id = ''
  test('are posted once, however often it is told, and touch nothing of what is owed on the penalty', async () => {
    id = await anAppealWith({ whoPays: 'we-pay', pence: pounds(850) })
    assert.equal(await open(id), pounds(850))
    assert.partialDeepStrictEqual(await moneyOf(db, await penaltyFor(db, caseId, 'owner')), { issuedPence: pounds(12_000), owedPence: pounds(12_000) })
    assert.equal((await trialBalance(db)).differencePence, 0)
  })
  test('are on the list of finance until they are paid', async () => {
    assert.match((await finance.get(`/cases/${caseId}`)).body, /Costs of appeal K-we-pay: £850 to be paid by us/)
  })
  test('never leave a bank that the ledger says is empty', async () => {
    assert.equal((await finance.get(`/appeals/${id}/costs`)).statusCode, 200)
    assert.equal((await finance.post(`/appeals/${id}/costs`, { amount: '850', on: '2024-06-01', reference: 'B1' })).statusCode, 409)
    assert.equal(await open(id), pounds(850))
  })
})

describe('costs that the appellant pays', () => {
  let id = ''
  const record = (amount: string, on: string, reference: string) => finance.post(`/appeals/${id}/costs`, { amount, on, reference })
  const answer = (officer: typeof finance, said: string) => officer.post(`/appeals/${id}/costs/approval`, { answer: said, reasons: 'Seen on the statement' })
  test('are due to us until the bank has them, in parts if need be: one officer records, another approves', async () => {
    id = await anAppealWith({ whoPays: 'appellant-pays', pence: pounds(1_200) })
    assert.equal((await record('1000', '2024-06-01', 'B2')).statusCode, 303)
    assert.equal(await open(id), pounds(1_200), 'nothing is posted by one')
    assert.equal((await record('100', '2024-06-01', 'B9')).statusCode, 409, 'one waits at a time')
    assert.equal((await answer(finance, 'approve')).statusCode, 409, 'who recorded it does not approve it')
    assert.equal((await answer(second, 'approve')).statusCode, 303)
    assert.equal(await open(id), pounds(200))
    assert.match((await finance.get(`/appeals/${id}`)).body, /£200<\/span> of the costs is still to be paid/)
  })
  test('sent back, are recorded anew', async () => {
    assert.equal((await record('150', '2024-06-01', 'B3')).statusCode, 303)
    assert.equal((await answer(second, 'send-back')).statusCode, 303)
    assert.equal(await open(id), pounds(200))
    assert.equal((await answer(second, 'approve')).statusCode, 409)
  })
  test('are never more than is open, nor recorded twice under one reference, nor by who concluded the appeal', async () => {
    assert.equal((await record('201', '2024-06-01', 'B3')).statusCode, 409)
    assert.equal((await record('100', '2024-06-01', 'B2')).statusCode, 409)
    assert.equal((await site.signedInAs('finance', { id: seniorOfficer.officerId, name: seniorOfficer.name }).post(`/appeals/${id}/costs`, { amount: '100', on: '2024-06-01', reference: 'B4' })).statusCode, 409)
  })
  test('paid, they are closed, and what we owe may be paid out of the bank', async () => {
    assert.equal((await record('200', '2024-06-02', 'B5')).statusCode, 303)
    assert.equal((await answer(second, 'approve')).statusCode, 303)
    assert.equal(await open(id), noPence)
    const [weOwe] = (await appealsOfCase(db, caseId)).filter(({ claimNumber }) => claimNumber === 'K-we-pay')
    assert.equal((await finance.post(`/appeals/${weOwe?.id}/costs`, { amount: '850', on: '2024-06-03', reference: 'B6' })).statusCode, 303)
    assert.equal((await second.post(`/appeals/${weOwe?.id}/costs/approval`, { answer: 'approve', reasons: 'Seen' })).statusCode, 303)
    assert.deepEqual(await foldHistory(db, appealThing, id), await readAppeal(db, id))
    const { differencePence, disagreeing } = await trialBalance(db)
    assert.deepEqual([differencePence, disagreeing], [0, []])
    assert.match((await finance.get('/ledger')).body, /Costs we owe/)
  })
})
