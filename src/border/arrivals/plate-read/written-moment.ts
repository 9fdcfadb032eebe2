import type { Instant } from '#values'
import { captureTime } from './capture-time.ts'

/** A moment whose date may have been written in either order. */
export interface WrittenMoment {
  readonly capturedAt: Instant | null
  /** The other reading, where both are days of the calendar. */
  readonly otherwise?: Instant
}

/**
 * A date and a time of day as two texts. The date is year first with any separator, or has the year last; then whether the day or the month
 * comes first depends on the sender's language settings. Day first is the usual one, and the other is given beside it where it is possible.
 */
export function writtenMoment(date: string | null, time: string | null, zone: string): WrittenMoment {
  const clock = /^\d{1,2}:\d{2}(:\d{2}([.,]\d{1,9})?)?$/.exec(time?.trim() ?? '')?.[0].replace(',', '.')
  if (date === null || clock === undefined) return { capturedAt: null }
  const at = (year: string, month: string, day: string): Instant | null => captureTime(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hourPadded(clock)}`, zone)
  const [, year, month = '', day = ''] = /^\s*(\d{4})[:/.-](\d{1,2})[:/.-](\d{1,2})\s*$/.exec(date) ?? []
  if (year !== undefined) return { capturedAt: at(year, month, day) }
  const [, first = '', second = '', last] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(date) ?? []
  return last === undefined ? { capturedAt: null } : eitherWay(at(last, second, first), at(last, first, second))
}

function eitherWay(dayFirst: Instant | null, monthFirst: Instant | null): WrittenMoment {
  if (dayFirst === null || monthFirst === null) return { capturedAt: dayFirst ?? monthFirst }
  return dayFirst === monthFirst ? { capturedAt: dayFirst } : { capturedAt: dayFirst, otherwise: monthFirst }
}

function hourPadded(clock: string): string {
  return clock.indexOf(':') === 1 ? `0${clock}` : clock
}
