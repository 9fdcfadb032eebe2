import { isAfter, type CalendarDate } from '#values'
import { clocksOf } from '../deadline/last-day-for.ts'
import type { PenaltyStanding } from '../penalty/penalty.ts'
import { isOpen, type Appeal } from './appeal.ts'

/** Whether an appeal is before a court or can still come in time, on the longest reading of the time limit: what cannot be undone waits for all of them. */
export function mayStillAppeal(penalty: PenaltyStanding, appeals: readonly Appeal[], today: CalendarDate): boolean {
  if (appeals.some((appeal) => appeal.penaltyId === penalty.id && isOpen(appeal))) return true
  const lastDay = longestToAppeal(penalty)
  return lastDay === null || !isAfter(today, lastDay)
}

/** Null while nobody can know it. */
function longestToAppeal(penalty: PenaltyStanding): CalendarDate | null {
  const clock = clocksOf(penalty).find((each) => each.clock === 'appeal')
  if (clock?.lastDay === undefined || clock.lastDay === null) return null
  return [clock.lastDay, ...clock.otherReadings.map(({ lastDay }) => lastDay)].reduce((longest, lastDay) => (isAfter(lastDay, longest) ? lastDay : longest))
}
