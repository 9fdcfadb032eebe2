import type { ClockAnswer, ClockName } from '#law'
import type { CalendarDate } from '#values'
import type { Penalty } from '../penalty/penalty.ts'
import { clocksOf } from './last-day-for.ts'

/** The last day of one clock before and after something happened. Null is paused or without limit; undefined is a clock that nothing has started. */
export interface MovedDay {
  readonly clock: ClockName
  readonly was: CalendarDate | null | undefined
  readonly now: CalendarDate | null | undefined
  /** How the clock accounts for its day now. */
  readonly sentence: string
}

/** Which last days an event moved, started or stopped. A day that moved without one would be a fault of ours. */
export function movedDays(before: Penalty | undefined, after: Penalty): readonly MovedDay[] {
  const [earlier, later] = [byName(before === undefined ? [] : clocksOf(before)), byName(clocksOf(after))]
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((clock) => {
    const [was, now] = [earlier.get(clock)?.lastDay, later.get(clock)?.lastDay]
    return was === now ? [] : [{ clock, was, now, sentence: (later.get(clock)?.steps ?? []).map(({ text }) => text).join(' ') }]
  })
}

function byName(answers: readonly ClockAnswer[]): ReadonlyMap<ClockName, ClockAnswer> {
  return new Map(answers.map((answer) => [answer.clock, answer]))
}
