import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#platform/identity'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { day, pounds } from '#values'
import { postReduction } from '../payment/debt.store.ts'
import { takePayment } from '../payment/take-payment.store.ts'
import { holdRecoveryOf } from '../recovery/hold.store.ts'
import { penalties } from '../wire.ts'
import { owedByAge, recoveryByCohort } from './debt-report.store.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-31T10:00:00Z' })
const caseId = await aProposedCase(db)
const [driver, owner] = [await penaltyFor(db, caseId, 'driver'), await penaltyFor(db, caseId, 'owner')]
for (const id of [driver, owner]) {
  await decide(db, id, pounds(6000))
  await issue(db, id)
}
await postReduction(db, { penaltyId: owner, amountPence: pounds(5000), on: day('2024-03-20'), source: 'reduced', by: bySenior })
const pay = (penaltyId: string, amount: number, on: string) => takePayment(db, { penaltyId, amountPence: pounds(amount), receivedOn: day(on), recordedOn: day(on), payer: 'P', method: 'card', reference: `${penaltyId}${on}`, by: bySenior })
await pay(owner, 1000, '2024-05-30')
await pay(owner, 500, '2024-05-31')
await holdRecoveryOf(db, driver, { holdId: newId(), kind: 'vulnerability', fromOn: day('2024-03-25'), untilOn: day('2024-04-01'), reasons: 'r', placedBy: seniorOfficer }, bySenior)
const ages = async (today: string) => (await owedByAge(db, day(today))).map(({ fromDays, penalties: count, owedPence, heldPence }) => [fromDays, count, owedPence, heldPence])

describe('what is owed', () => {
  test('grows older by the day of its notice: 30 days are not 31', async () => {
    assert.deepEqual(await ages('2024-03-31'), [[0, 2, 9_500_00, 6_000_00]])
    assert.deepEqual(await ages('2024-04-01'), [[31, 2, 9_500_00, 6_000_00]])
  })
  test('is told apart while nobody may chase it, and not the day after', async () => assert.deepEqual(await ages('2024-04-02'), [[31, 2, 9_500_00, 0]]))
})

test('a quarter’s issued is what was taken off, collected, owed and written off, and shows how soon the money came', async () => {
  assert.deepEqual(await recoveryByCohort(db), [{
    cohort: '2024 Q1', penalties: 2, issuedPence: 12_000_00, takenOffPence: 1_000_00, collectedPence: 1_500_00, owedPence: 9_500_00, writtenOffPence: 0, within90Pence: 1_000_00, within365Pence: 1_500_00,
  }])
})

describe('the page', () => {
  test('is for those who answer for the money, and its file has the same figures', async () => {
    for (const role of ['finance', 'senior-officer', 'auditor'] as const) assert.equal((await site.signedInAs(role).get('/ledger/recovery')).statusCode, 200)
    for (const role of ['caseworker', 'analyst'] as const) assert.equal((await site.signedInAs(role).get('/ledger/recovery')).statusCode, 403)
    assert.match((await site.signedInAs('finance').get('/ledger/recovery.csv')).body, /2024 Q1,2,1200000,100000,150000,950000,0,100000,150000/)
  })
  test('gives axe nothing to find, on a desk and on a phone', async () => {
    const address = await site.listen()
    for (const width of [1440, 390]) {
      const { page, context } = await aWindow(address, site.signedInAs('finance'), { width })
      await page.goto('/ledger/recovery')
      await picture(page, `recovery-${width}`)
      await findsNothing(page)
      await context.close()
    }
  })
})
