import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aPenaltyIssuedOn, eventsOf, seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { addPence, day, pence, pounds, type CalendarDate } from '#values'
import { caseStateOf } from '../case/case-state.store.ts'
import { readCase } from '../case/case.store.ts'
import { rememberReason } from '../case/look-reason.store.ts'
import { requiredActions } from '../case/required-actions.ts'
import { lastDayFor } from '../deadline/last-day-for.ts'
import { instalmentsMax } from '../limits.ts'
import { takePayment } from '../payment/take-payment.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { agreePlan, endPlan, tellMissed, type Agreeing } from './agree-plan.ts'
import { evolvePlan, type InstalmentPlan } from './plan.ts'
import { planStanding } from './plan-standing.ts'
import { planThing, plansOfCase } from './plan.store.ts'
import { scheduleOf } from './schedule.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-05-10T10:00:00Z' })
const caseId = await aProposedCase(db)
const driver = await penaltyFor(db, caseId, 'driver')
await decide(db, driver, pounds(6000))
await issue(db, driver)
await rememberReason(db, { officerId: 'test-finance', caseId, reason: 'A debt', at: site.clock.now() })
const finance = site.signedInAs('finance')
const address = `/penalties/${driver}/instalments`
const listening = await site.listen()
const waitsFor = async (today: CalendarDate) => requiredActions((await caseStateOf(db, await readCase(db, caseId) ?? assert.fail(), today)).state).map(({ code, text }) => `${code}: ${text}`)

const issued = aPenaltyIssuedOn('2024-03-01')
const agreeing = (change: Partial<Agreeing> = {}): Agreeing => ({ planId: newId(), count: 3, every: 'month', firstOn: day('2024-05-31'), means: 'Payslips seen', reasons: 'All they can', by: seniorOfficer, today: day('2024-05-10'), ...change })
const plan: InstalmentPlan = eventsOf(agreePlan(issued, { owedPence: pence(10_000), inForce: undefined }, agreeing())).reduce<InstalmentPlan | undefined>(evolvePlan, undefined) ?? assert.fail()
const standing = (owedPence: number, today: string, of = plan) => planStanding(of, pence(owedPence), day(today))

describe('instalments', () => {
  test('come to what is owed to the penny, whatever is owed', () => {
    fc.assert(fc.property(fc.integer({ min: 36, max: 1e9 }), fc.integer({ min: 2, max: instalmentsMax }), (total, count) => {
      const parts = scheduleOf({ totalPence: pence(total), count, firstOn: day('2024-01-31'), every: 'month' })
      assert.equal(addPence(...parts.map(({ amountPence }) => amountPence)), total)
      assert.ok(parts.every(({ amountPence }, place) => amountPence > 0 && amountPence <= (parts[0]?.amountPence ?? 0) && (place === 0 || amountPence === parts[1]?.amountPence)))
    }))
  })
  test('of a month begun on its 31st fall on the last day of shorter months', () => {
    assert.deepEqual(plan.instalments.map(({ dueOn, amountPence }) => `${dueOn} ${amountPence}`), ['2024-05-31 3334', '2024-06-30 3333', '2024-07-31 3333'])
  })
  test('are not agreed twice, for nothing, in the past, or without saying what the person can pay', () => {
    const debt = { owedPence: pence(10_000), inForce: undefined }
    assert.deepEqual(agreePlan(issued, { ...debt, inForce: standing(10_000, '2024-05-10') }, agreeing()), { refused: 'instalments-agreed-already' })
    assert.deepEqual(agreePlan(issued, { ...debt, owedPence: pence(0) }, agreeing()), { refused: 'nothing-to-recover' })
    assert.deepEqual(agreePlan(issued, debt, agreeing({ firstOn: day('2024-05-09') })), { refused: 'instalment-in-the-past' })
    assert.deepEqual(agreePlan(issued, debt, agreeing({ means: ' ' })), { refused: 'reasons-needed' })
  })
})

describe('an instalment', () => {
  const words = (owed: number, today: string) => standing(owed, today).lines.map(({ standing: each }) => each).join(' ')
  test('is missed the day after its days of grace, and not on the last of them', () => {
    assert.equal(words(10_000, '2024-05-30'), 'coming coming coming')
    assert.equal(words(10_000, '2024-05-31'), 'due coming coming')
    assert.equal(words(10_000, '2024-06-07'), 'due coming coming')
    assert.equal(words(10_000, '2024-06-08'), 'missed coming coming')
  })
  test('is covered by whatever made the debt smaller, the oldest first; in part is not paid', () => {
    assert.equal(words(6_666, '2024-06-08'), 'paid coming coming')
    assert.equal(words(6_667, '2024-06-08'), 'missed coming coming')
  })
})

describe('an agreement that is not kept', () => {
  const late = '2024-06-10'
  const told = evolvePlan(plan, eventsOf(tellMissed(standing(10_000, late), { sentOn: day(late), proof: 'Royal Mail receipt', by: seniorOfficer, today: day(late) }))[0] ?? assert.fail())
  const ending = (on: string) => ({ how: 'defaulted' as const, reasons: 'Nothing came', by: seniorOfficer, today: day(on) })
  test('is ended for that only after a letter that can be proved, and the time it gave', () => {
    assert.deepEqual(endPlan(standing(10_000, '2024-05-30'), ending('2024-05-30')), { refused: 'no-instalment-missed' })
    assert.deepEqual(endPlan(standing(10_000, late), ending(late)), { refused: 'write-first' })
    assert.deepEqual(endPlan(standing(10_000, '2024-06-23', told), ending('2024-06-23')), { refused: 'time-to-pay-runs' })
    assert.equal(eventsOf(endPlan(standing(10_000, '2024-06-24', told), ending('2024-06-24'))).length, 1)
  })
  test('is written about once for each instalment, with proof, after it was due', () => {
    const telling = { sentOn: day(late), proof: 'Receipt', by: seniorOfficer, today: day(late) }
    assert.deepEqual(tellMissed(standing(10_000, late, told), telling), { refused: 'missed-told-already' })
    assert.deepEqual(tellMissed(standing(10_000, late), { ...telling, proof: '' }), { refused: 'say-what-proves-it' })
    assert.deepEqual(tellMissed(standing(10_000, late), { ...telling, sentOn: day('2024-05-30') }), { refused: 'sent-on-another-day' })
    assert.deepEqual(tellMissed(standing(6_000, late), telling), { refused: 'no-instalment-missed' })
  })
})

describe('on the screen', () => {
  test('an agreement is for finance, holds recovery while it is kept, and moves no last day', async () => {
    const before = await readPenalty(db, driver)
    assert.equal((await site.signedInAs('caseworker').get(address)).statusCode, 403)
    assert.equal((await finance.post(address, { count: '1', every: 'month', firstOn: '2024-05-31', means: 'm', reasons: 'r' })).statusCode, 422)
    assert.equal((await finance.post(address, { count: '6', every: 'month', firstOn: '2024-05-31', means: 'Payslips', reasons: 'All they can' })).statusCode, 303)
    assert.deepEqual(await readPenalty(db, driver), before)
    assert.equal(before && lastDayFor('pay', before).day, '2024-04-30')
    assert.ok((await waitsFor(day('2024-05-10'))).some((text) => text.startsWith('instalments: Instalments are kept: £1,000 is next')))
  })
  test('one that was missed asks finance to write', async () => {
    assert.ok((await waitsFor(day('2024-06-08'))).some((text) => text.startsWith('instalment-missed: An instalment of £1,000 was missed')))
    await takePayment(db, { penaltyId: driver, amountPence: pounds(1000), receivedOn: day('2024-05-10'), recordedOn: day('2024-05-10'), payer: 'P', method: 'bank-transfer', reference: 'I-1', by: bySenior })
    assert.ok((await waitsFor(day('2024-06-08'))).some((text) => text.startsWith('instalments: Instalments are kept')))
  })
  for (const width of [1440, 390]) {
    test(`at ${width} pixels gives axe nothing to find`, async () => {
      const { page, context } = await aWindow(listening, finance, { width })
      await page.goto(address)
      await picture(page, `instalments-${width}`)
      await findsNothing(page)
      await context.close()
    })
  }
  test('one ended leaves the debt to be chased again, and history folds to the row', async () => {
    assert.equal((await finance.post(`${address}/end`, { how: 'defaulted', endReasons: 'No' })).statusCode, 409)
    assert.equal((await finance.post(`${address}/end`, { how: 'replaced', endReasons: 'They ask for smaller ones' })).statusCode, 303)
    const [ended] = await plansOfCase(db, caseId)
    assert.equal(ended?.ended?.how, 'replaced')
    assert.deepEqual(await foldHistory(db, planThing, ended?.id ?? ''), ended)
    assert.ok((await waitsFor(day('2024-05-10'))).some((text) => text.startsWith('await-payment: Payment is overdue')))
  })
})
