import type { ClockAnswer } from '#law'
import { daysBetween, type CalendarDate, type Citation } from '#values'
import { clockWords } from '../case/words.ts'

/** A clock as a chip shows it: the last day, how far off it is today, and the sentences that explain it. */
export interface ClockView {
  readonly clock: string
  readonly words: string
  readonly lastDay: CalendarDate | null
  readonly daysLeft: number | null
  readonly paused: boolean
  readonly noLimit: boolean
  readonly sentence: string
  readonly under: readonly Citation[]
  readonly otherReadings: readonly string[]
}

/** How long is left depends on today; the last day never does. */
export function clockView({ clock, lastDay = null, steps, flags, otherReadings }: ClockAnswer, today: CalendarDate): ClockView {
  return {
    clock, lastDay,
    under: eachOnce(steps),
    words: clockWords[clock],
    daysLeft: lastDay === null ? null : daysBetween(today, lastDay),
    paused: flags.includes('PAUSED'),
    noLimit: flags.includes('NO_LIMIT'),
    sentence: steps.map(({ text }) => text).join(' '),
    otherReadings: otherReadings.map(({ text }) => text),
  }
}

/** Several sentences often rest on the same provision. */
function eachOnce(steps: readonly Citation[]): readonly Citation[] {
  return [...new Map(steps.map(({ cite, url }) => [cite, { cite, url }])).values()]
}
