import { cameraClockErrorMs } from '../limits.ts'
import { clockReadsMin, habitGapsMin, silenceMinSeconds, silenceTimesUsual, zoneSlackSeconds } from './limits.ts'

/** What is known of a camera when its faults are judged. */
export interface CameraRecord {
  readonly silentSeconds: number
  readonly gaps: number
  readonly usualGapSeconds: number | null
  readonly clockReads: number
  readonly clockAheadSeconds: number | null
}

export type CameraFault =
  | { readonly fault: 'silent'; readonly silentSeconds: number; readonly usualGapSeconds: number }
  | { readonly fault: 'clock'; readonly aheadSeconds: number; /** Whole hours, when that is what it is out by. */ readonly zoneHours: number | null }

/** What is wrong with a camera in use, judged by its own habit: a lane that rests at night is no fault, the same rest at noon is. */
export function cameraFaults(record: CameraRecord): readonly CameraFault[] {
  return [...silence(record), ...drift(record)]
}

function silence({ silentSeconds, gaps, usualGapSeconds }: CameraRecord): readonly CameraFault[] {
  if (usualGapSeconds === null || gaps < habitGapsMin) return []
  const isSilent = silentSeconds > Math.max(silenceMinSeconds, usualGapSeconds * silenceTimesUsual)
  return isSilent ? [{ fault: 'silent', silentSeconds, usualGapSeconds }] : []
}

function drift({ clockReads, clockAheadSeconds: ahead }: CameraRecord): readonly CameraFault[] {
  if (ahead === null || clockReads < clockReadsMin || Math.abs(ahead) * 1000 <= cameraClockErrorMs) return []
  const hours = Math.round(ahead / 3600)
  const isZone = hours !== 0 && Math.abs(ahead - hours * 3600) <= zoneSlackSeconds
  return [{ fault: 'clock', aheadSeconds: ahead, zoneHours: isZone ? hours : null }]
}
