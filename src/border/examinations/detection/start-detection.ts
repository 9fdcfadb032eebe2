import { isPort } from '#values'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { Detection, DetectionDiscarded, DetectionStart, DetectionStarted } from './detection.ts'

/** Begins a draft. Sent twice with the same id, it begins once. */
export function startDetection(detection: Detection | undefined, start: DetectionStart): Decision<DetectionStarted> {
  if (detection !== undefined) return announce()
  if (!isPort(start.site)) return refuse('detections-take-place-at-ports')

  return announce({ type: 'detection-started', ...start })
}

/** Puts a draft away that was begun by mistake. A record is never put away, only corrected. */
export function discardDetection(detection: Detection | undefined, because: string): Decision<DetectionDiscarded> {
  if (detection === undefined) return refuse('no-such-detection')
  if (detection.stage === 'discarded') return announce()
  if (detection.stage === 'recorded') return refuse('already-recorded')

  return announce({ type: 'detection-discarded', because })
}
