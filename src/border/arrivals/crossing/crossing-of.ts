import { instantOfEpochMs } from '#values'
import { readIdsKept } from '../limits.ts'
import type { PlateRead } from '../plate-read/plate-read.ts'
import { countryOf } from './country-of.ts'
import type { Crossing, CrossingPlate, Part } from './crossing.ts'
import { readsOf, type Passage, type PassagePlate, type PassingRead } from './passage.ts'

/** What the reads so far say about the crossing. */
export function crossingOf(passage: Passage): Crossing {
  const reads = readsOf(passage)
  const [first] = reads
  if (first === undefined) throw new Error('A passage has at least one read')
  return {
    id: passage.id,
    site: first.site,
    lane: reads.find(({ lane }) => lane !== null)?.lane ?? null,
    direction: reads.find(({ direction }) => direction !== null)?.direction ?? null,
    firstSeenAt: instantOfEpochMs(passage.firstMs),
    lastSeenAt: instantOfEpochMs(passage.lastMs),
    plates: passage.plates.map((plate) => crossingPlate(plate, passage)),
  }
}

function crossingPlate({ id, reads, replaced }: PassagePlate, passage: Passage): CrossingPlate {
  const best = bestRead(reads)
  const { plate, confidence, characterConfidence } = best
  const { country, sureness } = countryOf(plate, reads)
  return {
    id, plate, country, confidence, characterConfidence,
    countrySureness: sureness,
    part: partOf(reads, passage),
    readId: best.id,
    readIds: [...replaced, ...reads].map((read) => read.id).slice(-readIdsKept),
    imageSha256: closestPicture([...replaced, ...reads], best),
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

/** A front plate is the tractor's; a rear plate that no camera saw in front is the trailer's, and so is one that only a trailer can show. */
function partOf(reads: readonly PassingRead[], passage: Passage): Part {
  if (reads.some(({ faces }) => faces === 'front')) return 'tractor'
  if (reads.some(({ faces }) => faces === 'trailer')) return 'trailer'
  const hasFront = passage.plates.some(({ reads: others }) => others.some(({ faces }) => faces === 'front'))
  return hasFront && reads.some(({ faces }) => faces === 'rear') ? 'trailer' : null
}
