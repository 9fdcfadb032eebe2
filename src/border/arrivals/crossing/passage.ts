import { epochMsOf } from '#values'
import type { End } from '../camera/camera.ts'
import type { PlateRead } from '../plate-read/plate-read.ts'
import type { Crossing, CrossingPlate, Part } from './crossing.ts'
import { hintKeptMs, passageWindowMs } from '../limits.ts'
import { maybeSamePlate } from './same-plate.ts'

/** A read with what the camera's place adds to it. */
export interface PassingRead extends PlateRead {
  readonly faces: End | null
  /** The moment of capture, counted once because every read is compared with many. */
  readonly capturedAtMs: number
}

export function passingRead(read: PlateRead, faces: End | null): PassingRead {
  return { ...read, faces, capturedAtMs: epochMsOf(read.capturedAt) }
}

/** One plate of a passage with every read that still stands for it. */
export interface PassagePlate {
  readonly id: string
  readonly reads: readonly PassingRead[]
}

/** A crossing while its reads are coming in. */
export interface Passage {
  readonly id: string
  readonly plates: readonly PassagePlate[]
}

/** The open passage this read belongs to, of those that are near it; undefined when it is another vehicle. */
export function passageOf(read: PassingRead, open: readonly Passage[]): Passage | undefined {
  return open.find((passage) => sharesHint(passage, read))
    ?? open.find((passage) => isNear(passage, read) && plateOf(passage, read) !== undefined && sameLane(passage, read))
    ?? open.find((passage) => isNear(passage, read) && sameLane(passage, read) && showsTheOtherEnd(passage, read))
}

/** The passage with one more read. A read the maker has replaced no longer counts, and the same read counts once. */
export function withRead(passage: Passage, read: PassingRead, newPlateId: string): Passage {
  if (hasRead(passage, ({ id }) => id === read.id)) return passage
  const existing = plateOf(passage, read)
  if (existing === undefined) return { ...passage, plates: [...passage.plates, { id: newPlateId, reads: [read] }] }
  const standing = existing.reads.filter((earlier) => !isReplacedBy(earlier, read))
  return { ...passage, plates: passage.plates.map((plate) => (plate === existing ? { ...plate, reads: [...standing, read] } : plate)) }
}

/** What the reads so far say about the crossing. */
export function crossingOf(passage: Passage): Crossing {
  const reads = readsOf(passage)
  const [first] = reads
  if (first === undefined) throw new Error('A passage has at least one read')
  const moments = reads.map(({ capturedAt }) => capturedAt).sort()
  return {
    id: passage.id,
    site: first.site,
    lane: reads.find(({ lane }) => lane !== null)?.lane ?? null,
    direction: reads.find(({ direction }) => direction !== null)?.direction ?? null,
    firstSeenAt: moments[0] ?? first.capturedAt,
    lastSeenAt: moments.at(-1) ?? first.capturedAt,
    plates: passage.plates.map((plate) => crossingPlate(plate, passage)),
  }
}

function crossingPlate({ id, reads }: PassagePlate, passage: Passage): CrossingPlate {
  const best = bestRead(reads)
  const { plate, country, confidence, characterConfidence } = best
  return {
    id, plate, country, confidence, characterConfidence,
    part: partOf(reads, passage),
    readId: best.id,
    imageSha256: closestPicture(reads, best),
    seenAt: best.capturedAt,
  }
}

/** The surest read; of equals the latest, which had the most pictures to go by. */
function bestRead(reads: readonly PassingRead[]): PassingRead {
  const [first, ...others] = reads
  if (first === undefined) throw new Error('A plate has at least one read')
  return others.reduce((best, read) => ((read.confidence ?? 0) >= (best.confidence ?? 0) ? read : best), first)
}

/**
 * The patch with the plate itself, whichever camera took it: a surer read from a camera that sends only the whole scene
 * must not take away the picture a person can compare. Of patches, one that was read as `shown` was comes first.
 */
export function closestPicture(reads: readonly PlateRead[], shown: Pick<PlateRead, 'id' | 'plate'>): string | null {
  const nearest = [...reads.filter(({ id }) => id === shown.id), ...reads.filter(({ plate }) => plate === shown.plate).toReversed(), ...reads.toReversed()]
  const pictures = nearest.flatMap(({ images }) => images)
  const order = ['plate', 'vehicle', 'scene'] as const
  return order.map((kind) => pictures.find((image) => image.kind === kind)).find((image) => image !== undefined)?.sha256 ?? null
}

/** A front plate is the tractor's; a rear plate that no camera saw in front is the trailer's. */
function partOf(reads: readonly PassingRead[], passage: Passage): Part {
  if (reads.some(({ faces }) => faces === 'front')) return 'tractor'
  const hasFront = passage.plates.some(({ reads: others }) => others.some(({ faces }) => faces === 'front'))
  return hasFront && reads.some(({ faces }) => faces === 'rear') ? 'trailer' : null
}

function plateOf({ plates }: Passage, read: PassingRead): PassagePlate | undefined {
  return plates.find(({ reads }) => reads.some(({ plate }) => plate === read.plate))
    ?? plates.find(({ reads }) => reads.some(({ plate }) => maybeSamePlate(plate, read.plate)))
}

function isReplacedBy(earlier: PassingRead, read: PassingRead): boolean {
  return earlier.passageHint !== null && earlier.passageHint === read.passageHint && earlier.cameraId === read.cameraId && read.state !== 'new'
}

function sharesHint(passage: Passage, { cameraId, passageHint, capturedAtMs }: PassingRead): boolean {
  return passageHint !== null && hasRead(passage, (read) =>
    read.cameraId === cameraId && read.passageHint === passageHint && gapMs(read.capturedAtMs, capturedAtMs) <= hintKeptMs)
}

function isNear(passage: Passage, { capturedAtMs }: PassingRead): boolean {
  return hasRead(passage, (read) => gapMs(read.capturedAtMs, capturedAtMs) <= passageWindowMs)
}

function sameLane(passage: Passage, { lane }: PassingRead): boolean {
  return lane !== null && hasRead(passage, (read) => read.lane === lane)
}

/** A front plate followed by a different rear plate is one combination, as long as nobody has read its rear yet. */
function showsTheOtherEnd(passage: Passage, { faces }: PassingRead): boolean {
  if (faces !== 'rear') return false
  return hasRead(passage, (read) => read.faces === 'front') && !hasRead(passage, (read) => read.faces === 'rear')
}

/** Asked of every passage near every read, so it makes no list of them first. */
function hasRead({ plates }: Passage, is: (read: PassingRead) => boolean): boolean {
  return plates.some(({ reads }) => reads.some(is))
}

function readsOf({ plates }: Passage): readonly PassingRead[] {
  return plates.flatMap(({ reads }) => reads)
}

function gapMs(oneMs: number, otherMs: number): number {
  return Math.abs(oneMs - otherMs)
}
