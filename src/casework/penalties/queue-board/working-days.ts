import { daysAfter, daysBetween, weekday, type CalendarDate } from '#values'

/** Monday to Friday. Public holidays are not taken out: a forecast over weeks is coarser than they are. */
export function isWorkingDay(on: CalendarDate): boolean {
  return weekday(on) <= 5
}

/** Working days from one day to another, the last included and the first not; below nothing for a day that has gone. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  if (to < from) return -workingDaysBetween(to, from)
  const days = daysBetween(from, to)
  const beyond = Array.from({ length: days % 7 }, (_, place) => daysAfter(place + 1, from)).filter(isWorkingDay).length
  return Math.floor(days / 7) * 5 + beyond
}
