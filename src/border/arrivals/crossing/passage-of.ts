import { clockSlackMs, hintKeptMs, passageWindowMs, standingMs } from '../limits.ts'
import { isOneOf, readsOf, type IsSo, type Passage, type PassingRead } from './passage.ts'
import { maybeSamePlate } from './same-plate.ts'

/** How long after a front the rear of the same vehicle usually passes, in milliseconds; 0 where nobody has seen it yet. */
export type UsualLag = (lane: string | null) => number

/**
 * The open passage this read belongs to, of those that are near it; undefined when it is another vehicle. By what the camera says ties them,
 * else by the plate, else by the ends of a vehicle: of several that fit, the nearest.
 */
export function passageOf(read: PassingRead, open: readonly Passage[], usualLag: UsualLag = () => 0): Passage | undefined {
  const { isTied, isInLane, isSamePlate, isLikePlate, isSameEnd } = testsFor(read)
  const inLane = open.filter((passage) => gapTo(passage, read) <= standingMs && isOneOf(passage, isInLane))
  const near = inLane.filter((passage) => gapTo(passage, read) <= passageWindowMs)
  const lagMs = usualLag(read.lane)
  return open.find((passage) => read.passageHint !== null && gapTo(passage, read) <= hintKeptMs && isOneOf(passage, isTied, 'also replaced'))
    ?? nearest(near.filter((passage) => isOneOf(passage, isLikePlate)), (passage) => gapTo(passage, read))
    ?? inLane.find((passage) => isOneOf(passage, isSamePlate) && stillStands(passage, read, inLane))
    ?? nearest(near.filter((passage) => read.faces !== null && !isOneOf(passage, isSameEnd)), (passage) => otherEndGap(passage, read, lagMs))
}

/** What is asked of the reads of every vehicle near this one, made once: in a full lane they are dozens. */
function testsFor({ cameraId, passageHint, lane, plate, faces, capturedAtMs }: PassingRead): Readonly<Record<'isTied' | 'isInLane' | 'isSamePlate' | 'isLikePlate' | 'isSameEnd', IsSo>> {
  return {
    isTied: (other) => other.passageHint === passageHint && other.cameraId === cameraId && Math.abs(other.capturedAtMs - capturedAtMs) <= hintKeptMs,
    // A camera that watches no lane of ours is a lane of its own.
    isInLane: (other) => (lane === null ? other.lane === null && other.cameraId === cameraId : other.lane === lane),
    isSamePlate: (other) => other.plate === plate,
    isLikePlate: (other) => maybeSamePlate(other.plate, plate),
    isSameEnd: (other) => other.faces === faces,
  }
}

/** A vehicle that waits at the booth is read again and again. Exactly the same plate is the same vehicle, as long as nobody else has passed. */
function stillStands(passage: Passage, read: PassingRead, inLane: readonly Passage[]): boolean {
  return !inLane.some((other) => other !== passage && other.lastMs > passage.lastMs && other.firstMs < read.capturedAtMs)
}

/** How far the time between the two ends lies from what is usual in this lane; undefined when this read shows no other end of that vehicle. */
function otherEndGap(passage: Passage, read: PassingRead, usualLagMs: number): number | undefined {
  const ends = readsOf(passage)
  if (read.faces !== 'front') return fitting(ends.filter(({ faces }) => faces === 'front').map((front) => read.capturedAtMs - front.capturedAtMs), -clockSlackMs, usualLagMs)
  // A front that comes to us late belongs before the rear we have; a front captured after it is the next vehicle's.
  return fitting(ends.filter(({ faces }) => faces === 'rear' || faces === 'trailer').map((rear) => rear.capturedAtMs - read.capturedAtMs), 1, usualLagMs)
}

function fitting(lagsMs: readonly number[], leastMs: number, usualLagMs: number): number | undefined {
  const [nearestLag] = lagsMs.filter((lag) => lag >= leastMs && lag <= passageWindowMs).map((lag) => Math.abs(lag - usualLagMs)).sort((one, other) => one - other)
  return nearestLag
}

function nearest(passages: readonly Passage[], distance: (passage: Passage) => number | undefined): Passage | undefined {
  let found: Passage | undefined
  let leastMs = Infinity
  for (const passage of passages) {
    const awayMs = distance(passage) ?? Infinity
    if (awayMs < leastMs) [found, leastMs] = [passage, awayMs]
  }
  return found
}

/** Nothing while the passage goes on. */
function gapTo({ firstMs, lastMs }: Passage, { capturedAtMs }: PassingRead): number {
  return Math.max(0, firstMs - capturedAtMs, capturedAtMs - lastMs)
}
