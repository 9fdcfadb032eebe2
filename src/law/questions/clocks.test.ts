import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, instant } from '#values'
import { clocks, type ClockInput } from './clocks.ts'
import { lastDayToPay } from './last-day-to-pay.ts'
import { nonWorkingDay } from './non-working-day.ts'
import type { ClockAnswer, ClockEvent, ClockName } from '../clock-answer.ts'

type DayEvent = Extract<ClockEvent, { readonly on: unknown }>['type']

const happened = (type: DayEvent, on: string): ClockEvent => ({ type, on: day(on) })
const issued = happened('notice-issued', '2024-03-01')

function clock(name: ClockName, events: readonly ClockEvent[], regime?: ClockInput['regime']): ClockAnswer {
  const answer = clocks({ events, regime }).find((each) => each.clock === name)
  assert.ok(answer, `no ${name} clock`)
  return answer
}

describe('the dates of section 9.4', () => {
  const responsible = happened('became-responsible', '2024-01-10')

  test('T01: the last day to issue is day 180, counting the first', () => {
    assert.equal(clock('issue', [responsible]).lastDay, '2024-07-07')
    assert.deepEqual(clock('issue', [responsible, happened('notice-issued', '2024-07-07')]).flags, [])
    assert.deepEqual(clock('issue', [responsible, happened('notice-issued', '2024-07-08')]).flags, ['ISSUED_TOO_LATE'])
  })
  test('T02: 60 days to pay', () => assert.equal(clock('pay', [issued]).lastDay, '2024-04-30'))
  test('T03: 28 days to object, ending on Good Friday and not moved', () => {
    const { lastDay, flags, steps } = clock('object', [issued])
    assert.equal(lastDay, '2024-03-29')
    assert.deepEqual(flags, ['NON_WORKING_LAST_DAY'])
    assert.match(steps.at(-1)?.text ?? '', /Good Friday/)
  })
  test('T04: 70 days to decide, from the notice', () => assert.equal(clock('decide', [issued, happened('objection-received', '2024-03-29')]).lastDay, '2024-05-10'))
  test('T04: or the longer time agreed', () => {
    const agreed = (until: string): ClockEvent => ({ type: 'decision-time-agreed', until: day(until) })
    assert.equal(clock('decide', [issued, agreed('2024-06-15')]).lastDay, '2024-06-15')
    assert.equal(clock('decide', [issued, agreed('2024-04-15')]).lastDay, '2024-05-10')
  })
  test('T06: 28 days to appeal from the notice, with the older 21 beside', () => {
    const { lastDay, otherReadings } = clock('appeal', [issued])
    assert.equal(lastDay, '2024-03-29')
    assert.deepEqual(otherReadings.map(({ point, lastDay: older }) => [point, older]), [['C7', '2024-03-22']])
  })
  test('T06: or from the decision', () => {
    const { lastDay, otherReadings } = clock('appeal', [issued, happened('objection-received', '2024-03-29'), happened('objection-decided', '2024-05-01')])
    assert.equal(lastDay, '2024-05-29')
    assert.equal(otherReadings[0]?.lastDay, '2024-05-22')
  })
  test('T08: a vehicle held for non-payment can be sold from the sixteenth day', () => {
    assert.equal(clock('sale', [happened('detained-36A', '2024-06-01')]).firstDay, '2024-06-16')
  })
  test('T09: 24 hours of provisional detention', () => {
    const ended: ClockEvent = { type: 'first-search-ended', at: instant('2024-06-01T10:00:00Z') }
    assert.equal(clock('provisional-detention', [ended]).lastMoment, '2024-06-02T10:00:00.000Z')
  })
})

describe('24 hours of detention', () => {
  for (const [name, from, to] of [
    ['when the clocks go forward', '2024-03-30T12:00:00Z', '2024-03-31T12:00:00.000Z'],
    ['when the clocks go back', '2024-10-26T12:00:00+01:00', '2024-10-27T11:00:00.000Z'],
  ] as const) {
    test(`are 24 hours ${name}`, () => assert.equal(clock('provisional-detention', [{ type: 'first-search-ended', at: instant(from) }]).lastMoment, to))
  }
})

describe('sale', () => {
  test('of a vehicle held as security waits 84 days beginning with the first', () => {
    assert.equal(clock('sale', [happened('detained-36', '2024-06-01')]).firstDay, '2024-08-24')
  })
  test('lapses 80 days after it could first be used', () => {
    assert.equal(clock('sale-lapse', [happened('detained-36A', '2024-06-01')]).lastDay, '2024-09-04')
  })
  test('lapses after 60 for conduct before the reform', () => {
    assert.equal(clock('sale-lapse', [happened('became-responsible', '2023-02-12'), happened('detained-36A', '2024-06-01')]).lastDay, '2024-08-15')
    assert.equal(clock('sale-lapse', [happened('detained-36A', '2024-06-01')], 'PRE_2023').lastDay, '2024-08-15')
  })
  test('says that it waits for an appeal', () => {
    assert.match(clock('sale', [happened('detained-36A', '2024-06-01')]).steps.map(({ text }) => text).join(' '), /appeal is pending/)
  })
})

describe('the limit to issue', () => {
  test('did not exist for conduct before 13 February 2023', () => {
    assert.deepEqual(
      [clock('issue', [happened('became-responsible', '2023-02-12')]).lastDay, clock('issue', [happened('became-responsible', '2023-02-13')]).lastDay],
      [null, '2023-08-11'],
    )
  })
})

describe('the time to pay, while an objection is held', () => {
  const objected = happened('objection-received', '2024-03-11')

  test('is paused, and says how many days are left', () => {
    const { lastDay, flags, steps } = clock('pay', [issued, objected])
    assert.equal(lastDay, null)
    assert.deepEqual(flags, ['PAUSED'])
    assert.match(steps.at(-1)?.text ?? '', /51 days are left/)
  })
  test('leaves out every day from the objection until the decision is told', () => {
    const { lastDay, otherReadings } = clock('pay', [issued, objected, happened('objection-decided', '2024-05-01')])
    assert.equal(lastDay, '2024-06-20')
    assert.deepEqual(otherReadings.map((other) => [other.point, other.lastDay]), [['P1', '2024-06-21'], ['P2', '2024-06-24']])
  })
  test('is paused by an objection on the last day and not by one the day after', () => {
    assert.deepEqual(clock('pay', [issued, happened('objection-received', '2024-03-29')]).flags, ['PAUSED'])
    assert.equal(clock('pay', [issued, happened('objection-received', '2024-03-30')]).lastDay, '2024-04-30')
    assert.ok(clock('object', [issued, happened('objection-received', '2024-03-30')]).flags.includes('LATE_OBJECTION'))
  })
  test('counts overlapping pauses once, in whatever order they are given', () => {
    const one = { from: day('2024-03-11'), until: day('2024-03-21') }
    const other = { from: day('2024-03-16'), until: day('2024-03-26') }
    assert.equal(lastDayToPay(day('2024-03-01'), [one, other]).value, '2024-05-15')
    assert.equal(lastDayToPay(day('2024-03-01'), [other, one]).value, '2024-05-15')
  })
})

describe('a late objection that a person accepts', () => {
  const late = happened('objection-received', '2024-03-30')
  const accepted = happened('late-objection-accepted', '2024-04-08')

  test('stops the time to pay from the day it came in, and not from the day it was accepted', () => {
    const { lastDay, flags, steps } = clock('pay', [issued, late, accepted])
    assert.deepEqual([lastDay, flags], [null, ['PAUSED']])
    assert.match(steps.at(-1)?.text ?? '', /since the objection came in on Saturday 30 March 2024. 32 days are left/)
    assert.equal(clock('pay', [issued, late, accepted, happened('objection-decided', '2024-05-01')]).lastDay, '2024-06-01')
  })
  test('stops nothing while nobody has accepted it', () => assert.equal(clock('pay', [issued, late]).lastDay, '2024-04-30'))
  test('on the last day to pay still stops it, and the day after no more', () => {
    assert.deepEqual(clock('pay', [issued, happened('objection-received', '2024-04-30'), accepted]).flags, ['PAUSED'])
    const tooLate = clock('pay', [issued, happened('objection-received', '2024-05-01'), accepted])
    assert.equal(tooLate.lastDay, '2024-04-30')
    assert.match(tooLate.steps.at(-1)?.text ?? '', /stops nothing/)
  })
  test('moves no other last day and starts no other clock, and each says so', () => {
    const others = (events: readonly ClockEvent[]) => clocks({ events }).filter(({ clock: name }) => name !== 'pay').map(({ clock: name, lastDay }) => [name, lastDay])
    assert.deepEqual(others([issued, late, accepted]), others([issued, late]))
    assert.match(clock('object', [issued, late, accepted]).steps.map(({ text }) => text).join(' '), /accepted it on Monday 8 April 2024. That moves no last day/)
    assert.match(clock('decide', [issued, late, accepted]).steps.at(-1)?.text ?? '', /still run from the notice and do not begin again/)
  })
})

describe('days on which offices are closed', () => {
  for (const [on, name] of [
    ['2024-03-29', 'Good Friday'], ['2025-04-21', 'Easter Monday'], ['2026-05-25', 'a May bank holiday'], ['2024-08-26', 'the August bank holiday'],
    ['2024-12-26', 'Boxing Day'], ['2022-12-27', 'a substitute bank holiday'], ['2026-12-28', 'a substitute bank holiday'], ['2028-01-03', 'a substitute bank holiday'], ['2024-06-01', 'a Saturday'], ['2024-06-02', 'a Sunday'],
  ] as const) {
    test(`${on} is ${name}`, () => assert.equal(nonWorkingDay(day(on))?.en, name))
  }
  test('an ordinary Monday is open', () => assert.equal(nonWorkingDay(day('2024-06-03')), null))
})
