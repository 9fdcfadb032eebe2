import { clocks, type ClockAnswer, type ClockName } from '#law'
import type { CalendarDate, Citation } from '#values'
import type { PenaltyStanding } from '../penalty/penalty.ts'
import { clockEvents } from './clock-events.ts'
import { eachOnce } from './each-once.ts'

export interface LastDay {
  readonly day: CalendarDate | null
  readonly under: readonly Citation[]
}

/** Every clock this penalty's history has started, worked out again each time it is asked: no due date is kept anywhere. */
export function clocksOf(penalty: PenaltyStanding): readonly ClockAnswer[] {
  return clocks({ regime: penalty.regime, events: clockEvents(penalty) })
}

/** The last day of one clock; null while it is paused or where the law sets no limit. */
export function lastDayFor(clock: ClockName, penalty: PenaltyStanding): LastDay {
  const answer = clocksOf(penalty).find((each) => each.clock === clock)
  return { day: answer?.lastDay ?? null, under: eachOnce(answer?.steps ?? []) }
}
