import { z } from 'zod'
import { day, instantOfEpochMs, isDay, london, type CalendarDate, type Instant } from '#values'
import { reasonsMax } from '../limits.ts'

/** A day that has to be given. */
export function aDay(message: string) {
  return z.string(message).refine(isDay, message).transform(day)
}

/** A day that may be left empty. */
export function maybeDay(message: string) {
  return z.string().refine((typed) => typed === '' || isDay(typed), message).default('').transform((typed) => (typed === '' ? null : day(typed)))
}

/** Words that have to be given. */
export function someWords(message: string, max = reasonsMax) {
  return z.string(message).trim().min(1, message).max(max, `Use ${max} characters or fewer`)
}

/** Words that may be left empty. */
export function maybeWords(max = reasonsMax) {
  return z.string().max(max, `Use ${max} characters or fewer`).default('')
}

/** One of the things on the case, or none. */
export const maybeOne = z.uuid().or(z.literal('')).default('').transform((chosen) => chosen || null)

/** A time of day that has to be given. */
export function aTime(message: string) {
  return z.string(message).regex(/^([01]\d|2[0-3]):[0-5]\d$/, message)
}

/** The wall clock in London on a day; the hour that comes twice in October is taken as the first. */
export function londonMoment(on: CalendarDate, time: string): Instant {
  return instantOfEpochMs(Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(london).epochMilliseconds)
}
