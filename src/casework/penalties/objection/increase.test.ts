import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aProposedCase, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { eventsOf } from '#test/penalties'
import { aSite } from '#test/site'
import { day, instant, pounds } from '#values'
import { readCase } from '../case/case.store.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { postDebt } from '../payment/debt.store.ts'
import { moneyOf } from '../payment/money.store.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { settlePenalty } from '../penalty/settle-penalty.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-20T09:00:00Z' })
const { db } = site
const caseworker = site.signedInAs('caseworker')
const other = site.signedInAs('senior-officer', { id: 'second-senior', name: 'Second Senior' })
let caseId = ''
let penaltyId = ''
const penalty = async () => {
  const found = await readPenalty(db, penaltyId)
  assert.ok(found)
  return found
}
const sayWhy = async () => {
  for (const asker of [caseworker, other]) await asker.post(`/cases/${caseId}/reason`, { reason: 'objection' })
}

before(async () => {
  caseId = await aProposedCase(db)
  penaltyId = await penaltyFor(db, caseId, 'owner')
  for (const capacity of ['owner', 'driver'] as const) await decide(db, await penaltyFor(db, caseId, capacity), pounds(2_000))
  for (const capacity of ['owner', 'driver'] as const) await issue(db, await penaltyFor(db, caseId, capacity))
  await sayWhy()
  await caseworker.post(`/penalties/${penaltyId}/objection`, { objector: 'Example Haulage SRL', grounds: 'too-high', summary: 'Too much.', receivedOn: '2024-03-20' })
})

describe('an increase on objection', () => {
  const determination = { outcome: 'increase', amount: '12000', reasons: 'The owner had two earlier penalties.', toldOn: '2024-03-20' }
  test('says beforehand how far it may go and that a new notice is needed', async () => {
    assert.match((await other.get(`/penalties/${penaltyId}/determination`)).body, /To at most £20,000\. It needs a new notice \(Immigration and Asylum Act 1999 s\.35\(7\)\(b\)\)/)
  })
  test('stays within the maximum, and is more than what stood', async () => {
    assert.equal((await other.post(`/penalties/${penaltyId}/determination`, { ...determination, amount: '20001' })).statusCode, 409)
    assert.equal((await other.post(`/penalties/${penaltyId}/determination`, { ...determination, amount: '2000' })).statusCode, 409)
  })
  test('waits for its new notice: until then nothing more is owed and no clock of it runs', async () => {
    assert.equal((await other.post(`/penalties/${penaltyId}/determination`, determination)).statusCode, 303)
    assert.partialDeepStrictEqual(await penalty(), { stage: 'decided', amountPence: pounds(12_000), determination: { outcome: 'increase' } })
    assert.equal((await moneyOf(db, penaltyId)).owedPence, pounds(2_000))
  })
  test('is issued as a notice in place of the earlier one, with the reasons of the increase', async () => {
    site.clock.set(instant('2024-04-02T09:00:00Z'))
    await sayWhy()
    const { body } = await caseworker.get(`/penalties/${penaltyId}/issue`)
    assert.match(body, /The owner had two earlier penalties\./)
    const draftRead = /name="draftRead" value="([0-9a-f]+)"/.exec(body)?.[1] ?? ''
    assert.equal((await caseworker.post(`/penalties/${penaltyId}/issue`, { draftRead })).statusCode, 303)
  })
  test('starts every time afresh from the new notice, and may be objected to again', async () => {
    const days = Object.fromEntries(clocksOf(await penalty()).map(({ clock, lastDay }) => [clock, lastDay]))
    assert.partialDeepStrictEqual(days, { object: '2024-04-30', decide: '2024-06-11', pay: '2024-06-01', appeal: '2024-04-30' })
    assert.equal((await caseworker.get(`/penalties/${penaltyId}/objection`)).statusCode, 200)
  })
  test('adds to the debt what the first notice did not ask for', async () => {
    const by = site.by('caseworker', 'A notice was issued')
    await postDebt(db, { penaltyId, amountPence: pounds(12_000), on: day('2024-04-02'), source: 'second notice', by })
    assert.partialDeepStrictEqual(await moneyOf(db, penaltyId), { issuedPence: pounds(12_000), owedPence: pounds(12_000) })
  })
})

test('a late objection in a closed case opens the case again, so that it is on somebody’s list', async () => {
  const by = site.by('finance', 'Payment booked')
  for (const capacity of ['owner', 'driver'] as const) eventsOf(await changePenalty(db, { penaltyId: await penaltyFor(db, caseId, capacity), by }, (current) => settlePenalty(current, { settledOn: day('2024-05-01'), how: 'Paid in full' })))
  site.clock.set(instant('2024-06-01T09:00:00Z'))
  await sayWhy()
  await caseworker.post(`/cases/${caseId}/close`)
  assert.equal((await readCase(db, caseId))?.stage, 'closed')
  assert.equal((await caseworker.post(`/penalties/${penaltyId}/objection`, { objector: 'Example Haulage SRL', grounds: 'too-high', summary: 'Too much.', receivedOn: '2024-05-31' })).statusCode, 303)
  assert.equal((await readCase(db, caseId))?.stage, 'decided')
  assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Accept or refuse the late objection/)
})
