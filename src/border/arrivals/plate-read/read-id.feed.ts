import { settledIdAt } from '#platform/identity'
import { epochMsOf, type Instant } from '#values'
import { filedUnderMs } from './filed-under.ts'

const [dayMs, secondMs] = [86_400_000, 1_000]

interface Delivered {
  readonly site: string
  readonly cameraId: string
  readonly capturedAt: Instant
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
  return filed(read, isFiledUnderArrival(read) ? dayOfArrivalMs(read) : wholeMs(filedUnderMs(read), secondMs))
}

/** The id it would have if it had been delivered the day before, which a repeat after midnight was; undefined where the day makes no difference. */
export function idOfTheDayBefore(read: Delivered): string | undefined {
  return isFiledUnderArrival(read) ? filed(read, dayOfArrivalMs(read) - dayMs) : undefined
}

function filed({ site, cameraId, sameAsSha256 }: Delivered, filedMs: number): string {
  return settledIdAt(filedMs, site, cameraId, sameAsSha256)
}

function isFiledUnderArrival(read: Delivered): boolean {
  return filedUnderMs(read) === epochMsOf(read.receivedAt)
}

function dayOfArrivalMs({ receivedAt }: Delivered): number {
  return wholeMs(epochMsOf(receivedAt), dayMs)
}

function wholeMs(epochMs: number, grainMs: number): number {
  return epochMs - (epochMs % grainMs)
}
