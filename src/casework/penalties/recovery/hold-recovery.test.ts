import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aCase, aDriver, aPenaltyDecided, aPenaltyIssuedOn, eventsOf, seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { day, pounds } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { requiredActions } from '../case/required-actions.ts'
import { lastDayFor } from '../deadline/last-day-for.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { noLetters } from '../returned-mail/letter-actions.ts'
import { evolveHold, holdsOn, type RecoveryHold } from './hold.ts'
import { holdRecovery, liftHold, type Holding } from './hold-recovery.ts'
import { holdThing, holdsOfCase } from './hold.store.ts'
import { standstillsAmong } from './standstill.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-05-10T10:00:00Z' })
const address = await site.listen()
const caseId = await aProposedCase(db)
const driver = await penaltyFor(db, caseId, 'driver')
await decide(db, driver, pounds(6000))
await issue(db, driver)
for (const role of ['caseworker', 'finance'] as const) await rememberReason(db, { officerId: `test-${role}`, caseId, reason: 'A complaint came', at: site.clock.now() })
const caseworker = site.signedInAs('caseworker')

const issued = aPenaltyIssuedOn('2024-03-01')
const holding = (change: Partial<Holding> = {}): Holding => ({ holdId: newId(), kind: 'complaint', fromOn: day('2024-05-01'), untilOn: day('2024-05-31'), reasons: 'They complained', placedBy: seniorOfficer, ...change })
const aHold = (change: Partial<Holding> = {}): RecoveryHold => eventsOf(holdRecovery(issued, [], holding(change))).reduce<RecoveryHold | undefined>(evolveHold, undefined) ?? assert.fail()

describe('a hold on recovery', () => {
  test('runs from its first day to its last, and no longer', () => {
    assert.deepEqual(['2024-04-30', '2024-05-01', '2024-05-31', '2024-06-01'].map((on) => holdsOn(aHold(), day(on))), [false, true, true, false])
  })
  test('of the same kind may begin the day after another ends, not on that day', () => {
    assert.deepEqual(holdRecovery(issued, [aHold()], holding({ fromOn: day('2024-05-31'), untilOn: null })), { refused: 'held-already' })
    assert.equal(eventsOf(holdRecovery(issued, [aHold()], holding({ fromOn: day('2024-06-01'), untilOn: null }))).length, 1)
    assert.equal(eventsOf(holdRecovery(issued, [aHold()], holding({ kind: 'insolvency' }))).length, 1)
  })
  test('needs reasons and something to recover', () => {
    assert.deepEqual(holdRecovery(issued, [], holding({ reasons: ' ' })), { refused: 'reasons-needed' })
    assert.deepEqual(holdRecovery(aPenaltyDecided(), [], holding()), { refused: 'nothing-to-recover' })
  })
  test('lifted, holds that day as its last', () => {
    const lifted = evolveHold(aHold({ untilOn: null }), eventsOf(liftHold(aHold({ untilOn: null }), { on: day('2024-05-10'), reasons: 'Answered', liftedBy: seniorOfficer }))[0] ?? assert.fail())
    assert.deepEqual(['2024-05-10', '2024-05-11'].map((on) => holdsOn(lifted, day(on))), [true, false])
  })
  test('stops the chasing of an overdue payment, and finance may still book one', () => {
    const state = { found: { ...aCase(), stage: 'decided' as const }, persons: [aDriver()], penalties: [issued], owed: new Map([[issued.id, pounds(12_000)]]), today: day('2024-05-10') }
    assert.match(requiredActions(state)[0]?.text ?? '', /^Payment is overdue/)
    assert.partialDeepStrictEqual(requiredActions({ ...state, standstills: standstillsAmong([issued], { holds: [aHold()], appeals: [], flags: [], letters: noLetters, instalments: new Map(), today: state.today }) }), [{ code: 'on-hold', by: null, href: `/penalties/${issued.id}/payments/new` }])
  })
})

describe('on the screen', () => {
  const form = { kind: 'complaint', fromOn: '2024-05-10', untilOn: '', reasons: 'A complaint came by post' }
  test('a hold is placed once, and moves no last day', async () => {
    const before = await readPenalty(db, driver)
    assert.equal((await caseworker.post(`/penalties/${driver}/holds`, { ...form, kind: '' })).statusCode, 422)
    assert.equal((await caseworker.post(`/penalties/${driver}/holds`, form)).statusCode, 303)
    assert.equal((await caseworker.post(`/penalties/${driver}/holds`, form)).statusCode, 409)
    const after = await readPenalty(db, driver)
    assert.deepEqual(after, before)
    assert.equal(after && lastDayFor('pay', after).day, '2024-04-30')
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Recovery is on hold/)
  })
  test('the database refuses two of a kind at once', async () => {
    await assert.rejects(sql`insert into ledger.recovery_hold select gen_random_uuid(), case_id, penalty_id, kind, '2024-06-01', null, reasons, placed_by, null from ledger.recovery_hold`.execute(db), /exclusion constraint/)
  })
  for (const width of [1440, 390]) {
    test(`at ${width} pixels gives axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, caseworker, { width })
      await page.goto(`/penalties/${driver}/holds`)
      await picture(page, `holds-${width}`)
      await findsNothing(page)
      await context.close()
    })
  }
  test('it is lifted with reasons, and history folds to the row', async () => {
    const [hold] = await holdsOfCase(db, caseId)
    assert.equal((await caseworker.post(`/penalties/${driver}/holds/${hold?.id}/end`, { liftReasons: '' })).statusCode, 422)
    assert.equal((await caseworker.post(`/penalties/${driver}/holds/${hold?.id}/end`, { liftReasons: 'Answered' })).statusCode, 303)
    const [lifted] = await holdsOfCase(db, caseId)
    assert.partialDeepStrictEqual(lifted, { untilOn: '2024-05-10', lifted: { reasons: 'Answered' } })
    assert.deepEqual(await foldHistory(db, holdThing, hold?.id ?? ''), lifted)
  })
  test('is not for those who only read', async () => {
    for (const role of ['auditor', 'analyst'] as const) assert.equal((await site.signedInAs(role).get(`/penalties/${driver}/holds`)).statusCode, 403)
  })
})
