import { nonWorkingDay } from '#law'
import { daysAfter, type CalendarDate } from '#values'

/** Monday to Friday without the public holidays of England and Wales, where the office is. */
export function isWorkingDay(on: CalendarDate): boolean {
  return nonWorkingDay(on) === null
}

/** The working days from one day until another, the first included and the last not. */
export function workingDaysBetween(from: CalendarDate, until: CalendarDate): readonly CalendarDate[] {
  const days: CalendarDate[] = []
  for (let on = from; on < until; on = daysAfter(1, on)) if (isWorkingDay(on)) days.push(on)
  return days
}

/** So many working days from this day on. */
export function workingDaysAhead(count: number, from: CalendarDate): readonly CalendarDate[] {
  const days: CalendarDate[] = []
  for (let on = from; days.length < count; on = daysAfter(1, on)) if (isWorkingDay(on)) days.push(on)
  return days
}
