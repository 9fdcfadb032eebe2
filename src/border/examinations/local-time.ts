import { instant, wallZone, type CalendarDate, type Instant } from '#values'

/** The time of day an officer types from the clock on the wall, such as `03:20`. */
export const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/

/** The moment a port's own clock showed this. In the doubled hour of October the first is meant. */
export function momentAtPort(on: CalendarDate, timeOfDay: string): Instant {
  const wall = Temporal.PlainDate.from(on).toPlainDateTime(Temporal.PlainTime.from(timeOfDay))
  return instant(wall.toZonedDateTime(wallZone(), { disambiguation: 'earlier' }).toInstant().toString())
}

/** The moment as an officer at a port would type it again. */
export function asTyped(at: Instant): { readonly on: string; readonly at: string } {
  const wall = Temporal.Instant.from(at).toZonedDateTimeISO(wallZone())
  return { on: wall.toPlainDate().toString(), at: wall.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

/** Whole minutes from one moment to another, never below zero. */
export function minutesBetween(start: Instant, end: Instant): number {
  const elapsed = Temporal.Instant.from(start).until(Temporal.Instant.from(end)).total('minutes')
  return Math.max(0, Math.floor(elapsed))
}

export function minutesAfter(minutes: number, moment: Instant): Instant {
  return instant(Temporal.Instant.from(moment).add({ minutes }).toString())
}
