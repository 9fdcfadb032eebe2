import { clocks, type ClockAnswer, type ClockName } from '#law'
import type { CalendarDate, Citation } from '#values'
import type { PenaltyStanding } from '../penalty/penalty.ts'
import { clockEvents } from './clock-events.ts'
import { eachOnce } from './each-once.ts'

export interface LastDay {
  readonly day: CalendarDate | null
  readonly under: readonly Citation[]
}

/** Every clock this penalty's history has started, worked out again from each reading of it: no due date is kept anywhere. */
export function clocksOf(penalty: PenaltyStanding): readonly ClockAnswer[] {
  const known = answered.get(penalty)
  if (known !== undefined) return known
  const answers = clocks({ regime: penalty.regime, events: clockEvents(penalty) })
  answered.set(penalty, answers)
  return answers
}

/** A penalty once read never changes, and several questions about it ask for its clocks. */
const answered = new WeakMap<PenaltyStanding, readonly ClockAnswer[]>()

/** The last day of one clock; null while it is paused or where the law sets no limit. */
export function lastDayFor(clock: ClockName, penalty: PenaltyStanding): LastDay {
  const answer = clocksOf(penalty).find((each) => each.clock === clock)
  return { day: answer?.lastDay ?? null, under: eachOnce(answer?.steps ?? []) }
}
