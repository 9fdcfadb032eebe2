import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aProposedCase, anOpenCase, byCaseworker, bySenior, decide, issue, penaltyFor, propose } from '#test/a-proposed-case'
import { aDatabase } from '#test/database'
import { eventsOf } from '#test/penalties'
import { settableClock } from '#platform/clock'
import { newId } from '#platform/identity'
import { day, instant, pounds } from '#values'
import { nearestDayDifferences } from '../exception/active-cases.store.ts'
import { holdRecoveryOf } from '../recovery/hold.store.ts'
import { sweepCases, sweepIfNewDay } from './sweep-cases.store.ts'
import { changeOf, type Waiting } from './waiting.ts'
import { refreshDue } from './waiting.store.ts'

const db = await aDatabase()
const on = day('2024-03-20')
const clock = settableClock(instant('2024-03-20T10:00:00Z'))

const waitingIn = async (caseId: string) => (await sql<{ code: string; began_on: string; ended_on: string | null; ended_by: string | null }>`
  select code, began_on, ended_on, ended_by from penalties.waiting where case_id = ${caseId} order by id`.execute(db)).rows

describe('what a case waits for', () => {
  test('is noted by the database at each act, and worked out from there', async () => {
    const caseId = await anOpenCase(db)
    await refreshDue(db, on)
    assert.deepEqual((await waitingIn(caseId)).map(({ code, ended_on }) => [code, ended_on]), [['propose', null]])
    await propose(db, caseId)
    await refreshDue(db, on)
    const [proposed, ...decisions] = await waitingIn(caseId)
    assert.partialDeepStrictEqual(proposed, { code: 'propose', ended_on: '2024-01-12', ended_by: byCaseworker.officerId })
    assert.deepEqual(decisions.map(({ code, ended_on }) => [code, ended_on]), [['decide', null], ['decide', null]])
  })
  test('said twice changes nothing', async () => {
    const before = await sql`select * from penalties.waiting order by id`.execute(db)
    await sweepCases(db, clock)
    assert.deepEqual((await sql`select * from penalties.waiting order by id`.execute(db)).rows, before.rows)
    assert.equal(await refreshDue(db, on), 0)
  })
  test('ends, begins and moves by what differs, and by nothing else', () => {
    const waiting = (code: string, byOn: string | null = null): Waiting => ({ caseId: 'c', code, about: '/x', roles: ['caseworker'], byOn: byOn === null ? null : day(byOn) })
    const change = changeOf([{ ...waiting('decide'), id: 1 }, { ...waiting('appeal', '2024-03-01'), id: 2 }, { ...waiting('close'), id: 3 }], [waiting('appeal', '2024-04-01'), waiting('close'), waiting('refund')])
    assert.deepEqual([change.ended, change.moved.map(({ id, byOn }) => [id, byOn]), change.begun.map(({ code }) => code)], [[1], [[2, '2024-04-01']], ['refund']])
  })
})

describe('the look over all open cases when a day begins', () => {
  test('puts right a last day that was moved, and says so once', async () => {
    const caseId = await aProposedCase(db)
    await sql`update penalties.nearest_day set last_day = last_day + 3 where case_id = ${caseId}`.execute(db)
    assert.deepEqual((await sweepCases(db, clock)).differences.map(({ id }) => id), [caseId])
    assert.deepEqual([(await sweepCases(db, clock)).differences, await nearestDayDifferences(db)], [[], []])
  })
  test('names a hold that has lapsed, the day after its last and not on it', async () => {
    const caseId = await aProposedCase(db)
    const penaltyId = await penaltyFor(db, caseId, 'driver')
    await decide(db, penaltyId, pounds(6000))
    await issue(db, penaltyId)
    eventsOf(await holdRecoveryOf(db, penaltyId, { holdId: newId(), kind: 'complaint', fromOn: day('2024-03-10'), untilOn: on, reasons: 'They complained', placedBy: { officerId: 'ines', name: 'Ines' } }, bySenior))
    assert.deepEqual((await sweepCases(db, clock)).lapsed, [])
    clock.set(instant('2024-03-21T06:00:00Z'))
    await sweepIfNewDay(db, clock)
    const { rows } = await sql<{ lapsed: readonly { penaltyId: string }[] }>`select lapsed from penalties.sweep order by swept_on desc limit 1`.execute(db)
    assert.deepEqual(rows[0]?.lapsed.map((hold) => hold.penaltyId), [penaltyId])
  })
  test('is taken once a day', async () => {
    await sweepIfNewDay(db, clock)
    const { rows } = await sql<{ swept_on: string }>`select swept_on from penalties.sweep order by swept_on`.execute(db)
    assert.deepEqual(rows.map(({ swept_on }) => swept_on), ['2024-03-20', '2024-03-21'])
  })
})
