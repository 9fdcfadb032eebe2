import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { clocksDayByDay, leafAfter, type SlowClock } from '#test/clocks-day-by-day'
import { day, dayOf, daysAfter, instant, instantOfEpochMs, weekday, type CalendarDate } from '#values'
import { regimes } from '../assessment.ts'
import type { ClockAnswer, ClockEvent } from '../clock-answer.ts'
import { clocks, type ClockInput } from './clocks.ts'

/** Days on which something is special: the clocks change, a year has a day more, the law changed. */
const special = ['2024-02-28', '2024-02-29', '2023-02-12', '2023-02-13', '2024-03-31', '2024-10-27', '2026-03-29', '2026-10-25', '2025-12-31', '2026-01-01'].map(day)
const anyDay = fc.oneof(fc.integer({ min: 0, max: 8_000 }).map((days) => daysAfter(days, day('2004-01-01'))), fc.constantFrom(...special))
const gap = fc.oneof(fc.nat(4), fc.nat(120), fc.constantFrom(27, 28, 29, 59, 60, 61, 69, 70, 71, 179, 180))

interface Drawn {
  readonly responsibleOn: CalendarDate | null
  readonly issuedAfter: number
  readonly objectedAfter: number | null
  readonly acceptedAfter: number | null
  readonly decidedAfter: number | null
  readonly agreedAfter: number | null
  readonly heldAfter: number | null
  readonly searchedMinutesAfter: number | null
  readonly regime: ClockInput['regime'] | null
  readonly shuffle: readonly number[]
}

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 3 })

const drawn: fc.Arbitrary<Drawn & { readonly from: CalendarDate }> = fc.record({
  from: anyDay, responsibleOn: maybe(anyDay), issuedAfter: gap, objectedAfter: maybe(gap), acceptedAfter: maybe(gap), decidedAfter: maybe(gap),
  agreedAfter: maybe(gap), heldAfter: maybe(gap), searchedMinutesAfter: maybe(fc.nat(2880)), regime: maybe(fc.constantFrom(...regimes)),
  shuffle: fc.array(fc.nat(1000), { minLength: 9, maxLength: 9 }),
})

/** A history that can happen: nothing is answered before it was asked. The order in which it is told is anybody's. */
function historyOf({ from, responsibleOn, shuffle, ...after }: Drawn & { readonly from: CalendarDate }): readonly ClockEvent[] {
  const issuedOn = daysAfter(after.issuedAfter, responsibleOn ?? from)
  const objectedOn = after.objectedAfter === null ? null : daysAfter(after.objectedAfter, issuedOn)
  const decidedOn = objectedOn === null || after.decidedAfter === null ? null : daysAfter(after.decidedAfter, objectedOn)
  const events: readonly (ClockEvent | null)[] = [
    responsibleOn === null ? null : { type: 'became-responsible', on: responsibleOn },
    { type: 'notice-issued', on: issuedOn },
    objectedOn === null ? null : { type: 'objection-received', on: objectedOn },
    objectedOn === null || after.acceptedAfter === null ? null : { type: 'late-objection-accepted', on: daysAfter(after.acceptedAfter, objectedOn) },
    decidedOn === null ? null : { type: 'objection-decided', on: decidedOn },
    after.agreedAfter === null ? null : { type: 'decision-time-agreed', until: daysAfter(after.agreedAfter, issuedOn) },
    after.heldAfter === null ? null : { type: 'detained-36', on: daysAfter(after.heldAfter, issuedOn) },
    after.heldAfter === null ? null : { type: 'detained-36A', on: daysAfter(after.heldAfter + 60, issuedOn) },
    after.searchedMinutesAfter === null ? null : { type: 'first-search-ended', at: instantOfEpochMs(Temporal.Instant.from(`${from}T00:00:00Z`).add({ minutes: after.searchedMinutesAfter }).epochMilliseconds) },
  ]
  return events
    .map((event, place) => ({ event, at: shuffle[place] ?? 0 }))
    .sort((one, other) => one.at - other.at)
    .flatMap(({ event }) => event ?? [])
}

/** What both reckonings can say: which days, and which flags except the one that only names a closed office. */
function bare({ clock, lastDay, firstDay, lastMoment, flags }: ClockAnswer): SlowClock {
  return {
    clock, flags: flags.filter((flag) => flag !== 'NON_WORKING_LAST_DAY'),
    ...(lastDay === undefined ? {} : { lastDay }), ...(firstDay === undefined ? {} : { firstDay }), ...(lastMoment === undefined ? {} : { lastMoment }),
  }
}

/** More by `CLOCK_ROUNDS`. */
const rounds = Number(process.env['CLOCK_ROUNDS'] ?? 250)

describe('the clocks reckoned twice', () => {
  test(`a calendar whose leaves are turned one by one says the same, in ${rounds} histories told in any order`, () => {
    fc.assert(fc.property(drawn, (facts) => {
      const events = historyOf(facts)
      const regime = facts.regime ?? undefined
      assert.deepEqual(clocks({ events, regime }).map(bare), clocksDayByDay(events, regime))
    }), { numRuns: rounds })
  })

  test('pausing and then agreeing to more time is agreeing and then pausing', () => {
    fc.assert(fc.property(drawn, (facts) => {
      const events = historyOf(facts)
      assert.deepEqual(clocks({ events }), clocks({ events: events.toReversed() }))
    }), { numRuns: 60 })
  })

  test('an objection that comes on the very day of the notice stops no day that would not have counted', () => {
    const events: readonly ClockEvent[] = [{ type: 'notice-issued', on: day('2024-03-01') }, { type: 'objection-received', on: day('2024-03-01') }]
    const paused = clocks({ events }).find(({ clock }) => clock === 'pay')
    assert.match(paused?.steps.at(-1)?.text ?? '', /60 days are left/)
    const told = clocks({ events: [...events, { type: 'objection-decided', on: day('2024-03-11') }] }).find(({ clock }) => clock === 'pay')
    assert.equal(told?.lastDay, '2024-05-09')
  })

  test('the practice that is followed moves no first day: 180 days are counted from the day of the conduct itself', () => {
    const issue = (regime: ClockInput['regime']) => clocks({ regime, events: [{ type: 'became-responsible', on: day('2025-12-20') }] })[0]?.lastDay
    assert.deepEqual([issue(undefined), issue('R2026')], ['2026-06-17', '2026-06-17'])
  })
})

/** The last Sunday of a month, found on the calendar and not in a time zone table. */
function lastSunday(year: number, month: '03' | '10'): CalendarDate {
  const days = Array.from({ length: 31 }, (_, at) => day(`${year}-${month}-${String(at + 1).padStart(2, '0')}`))
  return days.filter((on) => weekday(on) === 7).at(-1) ?? days[0] ?? day('2000-01-01')
}

describe('the legal day is London’s', () => {
  test('on the night the clocks go forward it ends an hour sooner by Greenwich', () => {
    const days = ['2026-03-28T23:59:59Z', '2026-03-29T00:00:00Z', '2026-03-29T22:59:59Z', '2026-03-29T23:00:00Z'].map((at) => dayOf(instant(at)))
    assert.deepEqual(days, ['2026-03-28', '2026-03-29', '2026-03-29', '2026-03-30'])
  })
  test('on the night they go back it has an hour more, and an e-mail in that hour is still in time', () => {
    const days = ['2026-10-24T22:59:59Z', '2026-10-24T23:00:00Z', '2026-10-25T23:59:59Z', '2026-10-26T00:00:00Z'].map((at) => dayOf(instant(at)))
    assert.deepEqual(days, ['2026-10-24', '2026-10-25', '2026-10-25', '2026-10-26'])
    const lastDay = clocks({ events: [{ type: 'notice-issued', on: day('2026-09-27') }] }).find(({ clock }) => clock === 'object')?.lastDay
    assert.equal(lastDay, dayOf(instant('2026-10-25T23:59:59Z')))
  })
  test('is the Greenwich day, or the next one in the last hour of a summer’s day, in every year', () => {
    fc.assert(fc.property(fc.integer({ min: 2005, max: 2035 }), fc.nat(366 * 24 * 60), (year, minutes) => {
      const at = Temporal.Instant.from(`${year}-01-01T00:00:00Z`).add({ minutes })
      const [date = '', time = ''] = at.toString().split('T')
      const inYear = Number(date.slice(0, 4))
      const moment = `${date}T${time}`
      const isSummer = moment >= `${lastSunday(inYear, '03')}T01:00:00Z` && moment < `${lastSunday(inYear, '10')}T01:00:00Z`
      assert.equal(dayOf(instantOfEpochMs(at.epochMilliseconds)), isSummer && time.startsWith('23') ? leafAfter(date) : date)
    }), { numRuns: 500 })
  })
})
