import { cameraClockErrorMs } from '../limits.ts'
import { camerasAgreeSeconds, camerasAgreeShare, camerasToDoubtUs, zoneSlackSeconds } from './limits.ts'

/**
 * How far ahead of us a site's cameras are together; 0 when they are not, or are too few to say. Clocks that were set apart do not
 * go wrong by the same amount: when nearly all cameras do, it is our clock that is wrong, and none of theirs.
 */
export function togetherAheadSeconds(aheadSeconds: readonly number[]): number {
  if (aheadSeconds.length < camerasToDoubtUs) return 0
  const middle = [...aheadSeconds].sort((one, other) => one - other)[Math.floor(aheadSeconds.length / 2)] ?? 0
  const agreeing = aheadSeconds.filter((ahead) => Math.abs(ahead - middle) <= camerasAgreeSeconds)
  const wholeHours = Math.round(middle / 3600) * 3600
  // Cameras of one installer may all stand in another zone; no clock of ours is ever out by just that.
  if (wholeHours !== 0 && Math.abs(middle - wholeHours) <= zoneSlackSeconds) return 0
  const isOurs = Math.abs(middle) * 1000 > cameraClockErrorMs && agreeing.length >= aheadSeconds.length * camerasAgreeShare
  return isOurs ? middle : 0
}
