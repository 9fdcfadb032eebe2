import { day, type CalendarDate } from '#values'

/** The day on which the scheme of assessed penalties began; nothing is answered about earlier days. */
export const firstDayOfLaw = day('2002-12-08')

export function isBeforeLaw(on: CalendarDate): boolean {
  return on < firstDayOfLaw
}
