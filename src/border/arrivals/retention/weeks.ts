import { daysAfter, daysBetween, weekday, type CalendarDate } from '#values'
import { weeksMadeAhead } from '../limits.ts'

/** The Monday of a day's week. Weeks are counted in UTC, because a row's id is. */
export function mondayOf(day: CalendarDate): CalendarDate {
  return daysAfter(1 - weekday(day), day)
}

/** The weeks that have to be there before anything is seen in them. */
export function weeksToMake(today: CalendarDate): readonly CalendarDate[] {
  return Array.from({ length: weeksMadeAhead + 1 }, (_, ahead) => daysAfter(7 * ahead, mondayOf(today)))
}

/**
 * Whether a week has to go: as soon as its first moment is as old as anything may become. So its last day goes up to a week
 * sooner than it must, and nothing a moment later.
 */
export function isForgotten(monday: CalendarDate, today: CalendarDate, days: number): boolean {
  return daysBetween(monday, today) >= days
}

/** Whether nothing is seen in a week any more, but for what a camera kept and sends late. */
export function isOver(monday: CalendarDate, today: CalendarDate): boolean {
  return daysBetween(monday, today) > 7
}
