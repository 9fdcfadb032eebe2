import type { ClockAnswer, ClockName } from '#law'
import type { CalendarDate } from '#values'
import { hasEnded, toProposeAgain, type PenaltyStage, type PenaltyStanding } from '../penalty/penalty.ts'
import { clocksOf } from './last-day-for.ts'

/** The clock that somebody has to meet next at each stage. */
const clockAt: Readonly<Partial<Record<PenaltyStage, ClockName>>> = {
  proposed: 'issue',
  withdrawn: 'issue',
  decided: 'issue',
  issued: 'pay',
  objected: 'decide',
  determined: 'pay',
}

/** The clock running for this penalty now, if one is. */
export function currentClock(penalty: PenaltyStanding): ClockAnswer | undefined {
  const name = clockAt[penalty.stage]
  return name === undefined ? undefined : clocksOf(penalty).find(({ clock }) => clock === name)
}

export interface NearestDay {
  readonly lastDay: CalendarDate
  readonly clock: ClockName
}

/** The soonest last day of all the persons of a case: what the work list is sorted by. */
export function nearestDay(penalties: readonly PenaltyStanding[]): NearestDay | undefined {
  const toPropose = new Set(toProposeAgain(penalties))
  return penalties
    .filter((penalty) => !hasEnded(penalty) && (penalty.stage !== 'withdrawn' || toPropose.has(penalty)))
    .flatMap((penalty) => currentClock(penalty) ?? [])
    .flatMap(({ clock, lastDay }) => (lastDay === undefined || lastDay === null ? [] : [{ clock, lastDay }]))
    .sort((one, other) => (one.lastDay < other.lastDay ? -1 : 1))[0]
}
