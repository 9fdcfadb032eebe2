import { isPort } from '#values'
import { announce, isRefused, refuse, type Decision } from '#platform/decisions'
import type { AlarmAndPeople } from './alarm.ts'
import { evolveDetection, type Detection, type DetectionDiscarded, type DetectionStart, type DetectionStarted, type SectionNoted } from './detection.ts'
import { noteSection } from './note-section.ts'

/** Begins a draft. Sent twice with the same id, it begins once. */
export function startDetection(detection: Detection | undefined, start: DetectionStart): Decision<DetectionStarted> {
  if (detection !== undefined) return announce()
  if (!isPort(start.site)) return refuse('detections-take-place-at-ports')

  return announce({ type: 'detection-started', ...start })
}

/** Begins a draft with its first step, so that no empty draft is left behind by a form that was only looked at. */
export function startWithAlarm(detection: Detection | undefined, start: DetectionStart, alarm: AlarmAndPeople): Decision<DetectionStarted | SectionNoted> {
  const begun = startDetection(detection, start)
  if (isRefused(begun)) return begun
  const draft = begun.events.reduce<Detection | undefined>(evolveDetection, detection)
  const noted = noteSection(draft, { section: 'alarm', answers: alarm }, start.startedAt)
  return isRefused(noted) ? noted : announce<DetectionStarted | SectionNoted>(...begun.events, ...noted.events)
}

/** Puts a draft away that was begun by mistake. A record is never put away, only corrected. */
export function discardDetection(detection: Detection | undefined, because: string): Decision<DetectionDiscarded> {
  if (detection === undefined) return refuse('no-such-detection')
  if (detection.stage === 'discarded') return announce()
  if (detection.stage === 'recorded') return refuse('already-recorded')

  return announce({ type: 'detection-discarded', because })
}
