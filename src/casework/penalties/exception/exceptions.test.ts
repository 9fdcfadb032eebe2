import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aCase, aDriver, aPenaltyIssuedOn, after, eventsOf, secondSenior } from '#test/penalties'
import { aSite } from '#test/site'
import { day, noPence, pounds } from '#values'
import { determineObjection } from '../objection/determine-objection.ts'
import { receiveObjection } from '../objection/receive-objection.ts'
import { postReduction } from '../payment/debt.store.ts'
import { takePayment } from '../payment/take-payment.store.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { settlePenalty } from '../penalty/settle-penalty.ts'
import { penalties } from '../wire.ts'
import { nearestDayDifferences, stuckCases } from './active-cases.store.ts'
import { cancelledNotReturned, cancelledWithoutReason } from './cancelled.store.ts'
import { isStuck } from './stuck.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-20T10:00:00Z' })
const address = await site.listen()
const on = day('2024-03-20')
const caseId = await aProposedCase(db)
const driver = await penaltyFor(db, caseId, 'driver')
for (const penaltyId of [driver, await penaltyFor(db, caseId, 'owner')]) {
  await decide(db, penaltyId, pounds(6000))
  await issue(db, penaltyId)
}

describe('a stuck case', () => {
  const issued = aPenaltyIssuedOn('2024-03-01')
  const state = { found: { ...aCase(), stage: 'decided' as const }, persons: [aDriver()], penalties: [issued], owed: new Map() }

  test('is one that nobody can act on once its last day has gone, and not on that day itself', () => {
    assert.equal(isStuck({ ...state, today: day('2024-04-30') }), false)
    assert.equal(isStuck({ ...state, today: day('2024-05-01') }), true)
  })
  test('is not one in which finance can book a payment, however late', () => {
    assert.equal(isStuck({ ...state, owed: new Map([[issued.id, pounds(12_000)]]), today: day('2025-05-01') }), false)
  })
  test('is not one that closes once nobody can object any more, nor one that can then be closed', () => {
    const settled = after(issued, settlePenalty(issued, { settledOn: day('2024-03-10'), how: 'Paid' }))
    for (const today of ['2024-03-29', '2024-03-30']) assert.equal(isStuck({ ...state, penalties: [settled], today: day(today) }), false)
  })
  test('is none of the cases that acts alone have made', async () => assert.deepEqual(await stuckCases(db, day('2030-01-01')), []))
})

describe('the nightly difference of last days', () => {
  test('finds nothing after any act', async () => assert.deepEqual(await nearestDayDifferences(db), []))
  test('finds a copy that was moved', async () => {
    await sql`update penalties.nearest_day set last_day = last_day + 1 where case_id = ${caseId}`.execute(db)
    assert.partialDeepStrictEqual(await nearestDayDifferences(db), [{ id: caseId, kept: '2024-05-01 pay', derived: '2024-04-30 pay' }])
    await sql`update penalties.nearest_day set last_day = last_day - 1 where case_id = ${caseId}`.execute(db)
  })
})

describe('a penalty cancelled after it was paid', () => {
  test('stands on the list until its money has gone back', async () => {
    await takePayment(db, { penaltyId: driver, amountPence: pounds(2000), receivedOn: on, recordedOn: on, payer: 'Payer', method: 'card', reference: 'R-1', by: bySenior })
    eventsOf(await changePenalty(db, { penaltyId: driver, by: bySenior }, (penalty) => receiveObjection(penalty, { receivedOn: on, grounds: 'both', summary: 'Not us', objector: 'Andrei Popescu', today: on })))
    eventsOf(await changePenalty(db, { penaltyId: driver, by: bySenior }, (penalty) =>
      determineObjection(penalty, { outcome: 'cancel', amountPence: noPence, reasons: 'Wrong party', snapshot: null, determinedBy: secondSenior, toldOn: on, othersPence: [] })))
    assert.deepEqual(await cancelledNotReturned(db), [])
    await postReduction(db, { penaltyId: driver, amountPence: noPence, on, source: 'cancelled', by: bySenior })
    assert.partialDeepStrictEqual(await cancelledNotReturned(db), [{ caseId, penaltyId: driver, heldPence: 2_000_00, cancelledOn: '2024-03-20' }])
  })
  test('has its reason, and is found when it has none', async () => {
    assert.deepEqual(await cancelledWithoutReason(db), [])
    await sql`update penalties.penalty set ended = jsonb_set(ended, '{why}', '" "') where id = ${driver}`.execute(db)
    assert.partialDeepStrictEqual(await cancelledWithoutReason(db), [{ penaltyId: driver }])
  })
})

describe('the page of lists to be empty', () => {
  test('is for senior officers and the auditor', async () => {
    for (const role of ['senior-officer', 'auditor'] as const) assert.equal((await site.signedInAs(role).get('/cases/exceptions')).statusCode, 200)
    for (const role of ['caseworker', 'finance', 'analyst'] as const) assert.equal((await site.signedInAs(role).get('/cases/exceptions')).statusCode, 403)
  })
  for (const width of [1440, 390]) {
    test(`at ${width} pixels gives axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, site.signedInAs('auditor'), { width })
      await page.goto('/cases/exceptions')
      await picture(page, `exceptions-${width}`)
      await findsNothing(page)
      await context.close()
    })
  }
})
