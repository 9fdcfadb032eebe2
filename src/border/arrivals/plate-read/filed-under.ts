import { epochMsOf, type Instant } from '#values'
import { captureAheadMaxMs, retentionDaysMax } from '../limits.ts'

const dayMs = 86_400_000

/**
 * The moment a read is filed under, which settles the week it is forgotten with: its capture. A camera whose clock says a
 * moment to come, or one older than we keep anything, is not believed, and the arrival stands in.
 */
export function filedUnderMs({ capturedAt, receivedAt }: { readonly capturedAt: Instant; readonly receivedAt: Instant }): number {
  const [capturedMs, receivedMs] = [epochMsOf(capturedAt), epochMsOf(receivedAt)]
  const believable = capturedMs <= receivedMs + captureAheadMaxMs && capturedMs > receivedMs - retentionDaysMax * dayMs
  return believable ? capturedMs : receivedMs
}
