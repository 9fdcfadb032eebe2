import { epochMsOf, instant, instantOfEpochMs, wallZone, type Instant } from '#values'
import { filedUnderMs } from './filed-under.ts'

/**
 * The moment a camera wrote down. With an offset it is exact; without one it is read in `zone`:
 * a camera keeps the time of the port where it hangs unless its maker documents UTC.
 * Null when it is no time, or one that no working camera could mean.
 */
export function captureTime(text: string | null, zone: string = wallZone()): Instant | null {
  if (text === null) return null
  return orNull(() => (hasOffset(text) ? instant(text) : localTime(text, zone)))
}

/** Hikvision's `absTime`, `yyyyMMddHHmmssSSS` in the camera's local time; `like` is a time from the same clock that shows its offset. */
export function compactTime(text: string | null, like: string | null): Instant | null {
  const found = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})$/.exec(text ?? '')
  if (found === null) return null
  const [, year, month, day, hour, minute, second, millisecond] = found
  const offset = /(Z|[+-]\d{2}:?\d{2})$/.exec(like ?? '')?.[1] ?? ''
  return captureTime(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}${offset}`)
}

/** Seconds, milliseconds, microseconds and nanoseconds since 1970 are all in use; their sizes do not overlap in our century. */
export function epochTime(value: number | null): Instant | null {
  if (value === null || !(value > 0)) return null
  const epochMs = [1000, 1, 1e-3, 1e-6].map((scale) => Math.trunc(value * scale)).find((ms) => ms >= earliestMs && ms < latestMs)
  return epochMs === undefined ? null : instantOfEpochMs(epochMs)
}

/** A camera reports what it has just seen, so of two ways to read a date the one nearer to the arrival is meant; with neither, the arrival stands in. */
export function likelierMoment(receivedAt: Instant, stated: Instant | null, otherwise: Instant | undefined): Instant {
  const distanceMs = (moment: Instant): number => Math.abs(epochMsOf(moment) - epochMsOf(receivedAt))
  if (stated === null) return otherwise ?? receivedAt
  return otherwise !== undefined && distanceMs(otherwise) < distanceMs(stated) ? otherwise : stated
}

/** A moment told by a clock that is known to be ahead, put right, with what was told beside it; nothing where the clock is not known to be out. */
export function putRight(told: Instant, clockAheadMs: number): { readonly capturedAt: Instant; readonly toldAt?: Instant } {
  return clockAheadMs === 0 ? { capturedAt: told } : { capturedAt: instantOfEpochMs(epochMsOf(told) - clockAheadMs), toldAt: told }
}

/** A moment that cannot be right, by the same measure as a read is filed, gives way to the arrival; what was told is kept beside it. */
export function believed(moment: { readonly capturedAt: Instant; readonly toldAt?: Instant }, { told, receivedAt }: { readonly told: Instant; readonly receivedAt: Instant }): { readonly capturedAt: Instant; readonly toldAt?: Instant } {
  const { capturedAt } = moment
  return filedUnderMs({ capturedAt, receivedAt }) === epochMsOf(capturedAt) ? moment : { capturedAt: receivedAt, toldAt: told }
}

function hasOffset(text: string): boolean {
  return /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text.trim()) && /[T ]\d/i.test(text)
}

function localTime(text: string, zone: string): Instant {
  return instant(Temporal.PlainDateTime.from(text.trim().replace(' ', 'T')).toZonedDateTime(zone).toInstant().toString())
}

const earliestMs = epochMsOf(instant('2000-01-01T00:00:00Z'))
const latestMs = epochMsOf(instant('2100-01-01T00:00:00Z'))

function orNull(read: () => Instant): Instant | null {
  try {
    const moment = read()
    const epochMs = epochMsOf(moment)
    return epochMs >= earliestMs && epochMs < latestMs ? moment : null
  } catch {
    return null
  }
}
