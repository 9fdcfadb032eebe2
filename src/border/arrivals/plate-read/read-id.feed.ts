import { settledIdAt } from '#platform/identity'
import { epochMsOf, type Instant } from '#values'
import { isBelievable } from './filed-under.ts'

const [dayMs, secondMs] = [86_400_000, 1_000]

interface Delivered {
  readonly site: string
  readonly cameraId: string
  /** As its camera told it; null where it told none. */
  readonly toldAt: Instant | null
  readonly receivedAt: Instant
  /** Equal for two deliveries of one read. */
  readonly sameAsSha256: string
}

/**
 * One read has one id however often it is delivered: its second, its camera, and what its maker calls it. Where the camera
 * gives no time, or one that is not believed, the day of arrival stands for the second: a camera that could not reach us
 * delivers again when it can.
 */
export function readIdOf(read: Delivered): string {
  const believedAt = believedOf(read)
  return filed(read, believedAt === undefined ? dayOfArrivalMs(read) : wholeMs(epochMsOf(believedAt), secondMs))
}

/** The id it would have if it had been delivered the day before, which a repeat after midnight was; undefined where the day makes no difference. */
export function idOfTheDayBefore(read: Delivered): string | undefined {
  return believedOf(read) === undefined ? filed(read, dayOfArrivalMs(read) - dayMs) : undefined
}

function filed({ site, cameraId, sameAsSha256 }: Delivered, filedMs: number): string {
  return settledIdAt(filedMs, site, cameraId, sameAsSha256)
}

/** What was told at the very millisecond of its arrival was told all the same: its next delivery comes later. */
function believedOf({ toldAt, receivedAt }: Delivered): Instant | undefined {
  return toldAt !== null && isBelievable({ capturedAt: toldAt, receivedAt }) ? toldAt : undefined
}

function dayOfArrivalMs({ receivedAt }: Delivered): number {
  return wholeMs(epochMsOf(receivedAt), dayMs)
}

function wholeMs(epochMs: number, grainMs: number): number {
  return epochMs - (epochMs % grainMs)
}
