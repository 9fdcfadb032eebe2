import { daysAfter, daysBetween, latestDay, type CalendarDate } from '#values'
import { paymentPause, paymentPeriod } from '../instruments/carriers-liability-regulations-2002.ts'
import { citationOf, inForce } from '../provision.ts'
import { dayInBoth, daysInBoth, tell, type Words } from '../words.ts'
import { clockStep, type ClockStep, type Explained } from '../step.ts'
import type { Pause } from '../clock-answer.ts'

/**
 * Null while a pause is open, because the last day cannot be known until the decision is told.
 * A pause takes out the days from the one on which the objection came in up to the one on which the decision was told.
 */
export function lastDayToPay(issuedOn: CalendarDate, pauses: readonly Pause[] = []): Explained<CalendarDate | null> {
  const { value: period, under } = inForce(paymentPeriod, issuedOn)
  const unpaused = daysAfter(period.days, issuedOn)
  const first = clockStep(tell('pay-by', { days: daysInBoth(period.days), issued: dayInBoth(issuedOn), last: dayInBoth(unpaused) }), paymentPeriod)
  const firstDay = daysAfter(1, issuedOn)
  const counted = apart(pauses).reduce<Counting>(take, { firstDay, lastDay: unpaused, steps: [first] })
  return { value: counted.lastDay, under: pauses.length > 0 ? [...under, citationOf(paymentPause)] : under, steps: counted.steps }
}

/** In order of time, and without counting any day twice where two objections were held at once. */
function apart(pauses: readonly Pause[]): readonly Pause[] {
  const ordered = [...pauses].sort((one, other) => (one.from < other.from ? -1 : 1))
  return ordered.reduce<readonly Pause[]>((kept, pause) => {
    const last = kept.at(-1)
    if (last === undefined || (last.until !== undefined && last.until < pause.from)) return [...kept, pause]
    const until = last.until === undefined || pause.until === undefined ? undefined : latestDay(last.until, pause.until)
    return [...kept.slice(0, -1), { from: last.from, until }]
  }, [])
}

interface Counting {
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate | null
  readonly steps: readonly ClockStep[]
}

/** A pause that begins after the last day stops nothing: the time had already run out. Nor does the day of the notice, which would not have counted. */
function take({ firstDay, lastDay, steps }: Counting, { from, until }: Pause): Counting {
  if (lastDay === null) return { firstDay, lastDay, steps }
  const began = dayInBoth(from)
  if (from > lastDay) return { firstDay, lastDay, steps: [...steps, tooLate(began)] }
  const stoppedOn = latestDay(from, firstDay) ?? from
  if (until === undefined) return { firstDay, lastDay: null, steps: [...steps, stillPaused(began, daysBetween(stoppedOn, lastDay) + 1)] }

  const days = Math.max(0, daysBetween(stoppedOn, until))
  const later = latestDay(lastDay, daysAfter(days, lastDay)) ?? lastDay
  return { firstDay, lastDay: later, steps: [...steps, paused({ began, until: dayInBoth(until), days, later: dayInBoth(later) })] }
}

function tooLate(began: Words): ClockStep {
  return clockStep(tell('objected-too-late-to-pause', { on: began }), paymentPause)
}

function stillPaused(began: Words, daysLeft: number): ClockStep {
  return clockStep(tell('still-paused', { on: began, days: daysInBoth(daysLeft) }), paymentPause)
}

interface Paused {
  readonly began: Words
  readonly until: Words
  readonly days: number
  readonly later: Words
}

function paused({ began, until, days, later }: Paused): ClockStep {
  return clockStep(tell('paused', { from: began, until, days: daysInBoth(days), last: later }), paymentPause)
}
