import { settledIdAt } from '#platform/identity'
import type { Instant } from '#values'
import { filedUnderMs } from './filed-under.ts'

const [hourMs, secondMs] = [3_600_000, 1_000]

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
 * gives no time, the hour of arrival stands for the second, because a repeat comes within minutes.
 */
export function readIdOf(read: Delivered): string {
  const filedMs = filedUnderMs(read)
  const grainMs = read.capturedAt === read.receivedAt ? hourMs : secondMs
  return settledIdAt(filedMs - (filedMs % grainMs), read.site, read.cameraId, read.sameAsSha256)
}
