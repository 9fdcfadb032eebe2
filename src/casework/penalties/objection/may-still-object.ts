import { isAfter, type CalendarDate } from '#values'
import { lastDayFor } from '../deadline/last-day-for.ts'
import type { PenaltyStanding } from '../penalty/penalty.ts'

/** Someone who has paid may object until the last day, so their case waits that long. */
export function mayStillObject(penalty: PenaltyStanding, today: CalendarDate): boolean {
  if (penalty.stage !== 'settled' || penalty.determination !== null) return false
  const { day: lastDay } = lastDayFor('object', penalty)
  return lastDay !== null && !isAfter(today, lastDay)
}
