import { epochMsOf, type Instant } from '#values'
import { captureAheadMaxMs, retentionDaysMax } from '../limits.ts'

const dayMs = 86_400_000

interface Moments {
  readonly capturedAt: Instant
  readonly receivedAt: Instant
}

/**
 * The moment a read is filed under, which settles the week it is forgotten with: its capture. A camera whose clock says a
 * moment to come, or one older than we keep anything, is not believed, and the arrival stands in.
 */
export function filedUnderMs(moments: Moments): number {
  return epochMsOf(isBelievable(moments) ? moments.capturedAt : moments.receivedAt)
}

export function isBelievable({ capturedAt, receivedAt }: Moments): boolean {
  const [capturedMs, receivedMs] = [epochMsOf(capturedAt), epochMsOf(receivedAt)]
  return capturedMs <= receivedMs + captureAheadMaxMs && capturedMs > receivedMs - retentionDaysMax * dayMs
}
