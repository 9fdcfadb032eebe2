import type { LineReason } from '../line/line.ts'
import { cameraClockErrorMs } from '../limits.ts'
import { clockReadsMin, habitGapsMin, lineDownMinSeconds, silenceMinSeconds, silenceTimesUsual, zoneSlackSeconds } from './limits.ts'

/** What is known of a camera when its faults are judged. */
export interface CameraRecord {
  readonly silentSeconds: number
  readonly gaps: number
  readonly usualGapSeconds: number | null
  readonly clockReads: number
  /** Ahead of ours, negative when behind, before any correction. */
  readonly clockAheadSeconds: number | null
  /** What an officer has said its clock is ahead, and what is taken off its times. */
  readonly clockSetAheadSeconds: number
  /** How long its line has been down; null where it has none or it is up. */
  readonly lineDownSeconds: number | null
  readonly lineReason: LineReason | null
}

export type CameraFault =
  | { readonly fault: 'silent'; readonly silentSeconds: number; readonly usualGapSeconds: number }
  | { readonly fault: 'clock'; readonly aheadSeconds: number; /** Whole hours, when that is what it is out by. */ readonly zoneHours: number | null }
  | { readonly fault: 'line'; readonly downSeconds: number; readonly reason: LineReason | null }

export type FaultKind = CameraFault['fault']

/** What is wrong with a camera in use, judged by its own habit: a lane that rests at night is no fault, the same rest at noon is. */
export function cameraFaults(record: CameraRecord): readonly CameraFault[] {
  return [...line(record), ...silence(record), ...drift(record)]
}

function line({ lineDownSeconds, lineReason }: CameraRecord): readonly CameraFault[] {
  return lineDownSeconds !== null && lineDownSeconds > lineDownMinSeconds ? [{ fault: 'line', downSeconds: lineDownSeconds, reason: lineReason }] : []
}

function silence({ silentSeconds, gaps, usualGapSeconds }: CameraRecord): readonly CameraFault[] {
  if (usualGapSeconds === null || gaps < habitGapsMin) return []
  const isSilent = silentSeconds > Math.max(silenceMinSeconds, usualGapSeconds * silenceTimesUsual)
  return isSilent ? [{ fault: 'silent', silentSeconds, usualGapSeconds }] : []
}

/** A clock that is out as an officer has said it is, is put right with every read and no fault. */
function drift({ clockReads, clockAheadSeconds, clockSetAheadSeconds }: CameraRecord): readonly CameraFault[] {
  if (clockAheadSeconds === null || clockReads < clockReadsMin) return []
  const left = clockAheadSeconds - clockSetAheadSeconds
  if (Math.abs(left) * 1000 <= cameraClockErrorMs) return []
  const hours = Math.round(left / 3600)
  const isZone = hours !== 0 && Math.abs(left - hours * 3600) <= zoneSlackSeconds
  return [{ fault: 'clock', aheadSeconds: left, zoneHours: isZone ? hours : null }]
}
