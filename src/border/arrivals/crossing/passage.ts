import { epochMsOf } from '#values'
import type { End } from '../camera/camera.ts'
import { readsKeptPerPlate } from '../limits.ts'
import type { PlateRead } from '../plate-read/plate-read.ts'
import type { ReadState } from '../plate-read/understanding.ts'
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
  /** Reads the camera itself took back by a later one. They say nothing of the plate any more; their pictures still show the vehicle. */
  readonly replaced: readonly PassingRead[]
}

/** A crossing while its reads are coming in. */
export interface Passage {
  readonly id: string
  readonly plates: readonly PassagePlate[]
  /** Of every read, also of those that were replaced: the vehicle was there. */
  readonly firstMs: number
  readonly lastMs: number
  /** Plates that turned out to be another plate of the passage misread; their rows go. */
  readonly dropped: readonly string[]
}

/** A passage before its first read. */
export function newPassage(id: string, { capturedAtMs }: PassingRead): Passage {
  return { id, plates: [], firstMs: capturedAtMs, lastMs: capturedAtMs, dropped: [] }
}

/** The passage with one more read. What the camera has replaced no longer counts, and the same read counts once. */
export function withRead(passage: Passage, read: PassingRead, newPlateId: string): Passage {
  if (everyRead(passage).some(({ id }) => id === read.id)) return passage
  const times = { firstMs: Math.min(passage.firstMs, read.capturedAtMs), lastMs: Math.max(passage.lastMs, read.capturedAtMs) }
  const stale = passage.plates.find(({ reads }) => reads.some((standing) => sharesHintWith(standing, read) && supersedes(standing, read) && !supersedes(read, standing)))
  if (stale !== undefined) return { ...passage, ...times, plates: passage.plates.map((plate) => (plate === stale ? { ...plate, replaced: kept([...plate.replaced, read]) } : plate)) }
  const left = passage.plates.map((plate) => withoutReplaced(plate, read))
  const home = plateLike(left, read) ?? left.find(({ reads }) => reads.length === 0) ?? { id: newPlateId, reads: [], replaced: [] }
  const empty = left.filter((plate) => plate !== home && plate.reads.length === 0)
  const grown = trimmed({ ...home, reads: [...home.reads, read], replaced: [...home.replaced, ...empty.flatMap(({ replaced }) => replaced)] })
  const plates = left.includes(home) ? left.map((plate) => (plate === home ? grown : plate)) : [...left, grown]
  return { ...passage, ...times, plates: plates.filter((plate) => !empty.includes(plate)), dropped: [...passage.dropped, ...empty.map(({ id }) => id)] }
}

/** A camera that sends a vehicle several times over says how far its story has come; what comes later in the story counts, whatever arrives last. */
const order: Readonly<Record<ReadState, number>> = { preview: 0, new: 1, update: 2, final: 3 }

/** Whether a camera's read takes the place of another of its reads of the same vehicle. First readings stand beside each other: they may be two plates. */
export function supersedes(read: PassingRead, other: PassingRead): boolean {
  if (read.state === 'new') return other.state === 'preview'
  const ahead = order[read.state] - order[other.state]
  return ahead > 0 || (ahead === 0 && read.capturedAtMs >= other.capturedAtMs)
}

export function sharesHintWith(read: PassingRead, other: PassingRead): boolean {
  return read.passageHint !== null && read.passageHint === other.passageHint && read.cameraId === other.cameraId
}

function withoutReplaced(plate: PassagePlate, read: PassingRead): PassagePlate {
  const isReplaced = (standing: PassingRead): boolean => sharesHintWith(standing, read) && supersedes(read, standing)
  const gone = plate.reads.filter(isReplaced)
  return gone.length === 0 ? plate : { ...plate, reads: plate.reads.filter((standing) => !isReplaced(standing)), replaced: kept([...plate.replaced, ...gone]) }
}

/** The plate of a passage that this read is of: the same, or else near enough to be the same misread. */
export function plateLike(plates: readonly PassagePlate[], read: PassingRead): PassagePlate | undefined {
  return plates.find(({ reads }) => reads.some(({ plate }) => plate === read.plate))
    ?? plates.find(({ reads }) => reads.some(({ plate }) => maybeSamePlate(plate, read.plate)))
}

/** A vehicle that stands in view for an hour is read thousands of times; the surest and the latest say all there is to say. */
function trimmed(plate: PassagePlate): PassagePlate {
  if (plate.reads.length <= readsKeptPerPlate) return plate
  const [latest] = plate.reads.slice(-1)
  const least = plate.reads.filter((read) => read !== latest).reduce((one, other) => ((other.confidence ?? 0) < (one.confidence ?? 0) ? other : one))
  return { ...plate, reads: plate.reads.filter((read) => read !== least) }
}

function kept(replaced: readonly PassingRead[]): readonly PassingRead[] {
  return replaced.slice(-readsKeptPerPlate)
}

export function readsOf({ plates }: Passage): readonly PassingRead[] {
  return plates.flatMap(({ reads }) => reads)
}

export type IsSo = (read: PassingRead) => boolean

/** Whether any of its reads is so, of those that stand or of all. Asked of each vehicle near each read, so nothing is gathered for it. */
export function isOneOf({ plates }: Passage, isSo: IsSo, which: 'standing' | 'also replaced' = 'standing'): boolean {
  for (const { reads, replaced } of plates) if (reads.some(isSo) || (which === 'also replaced' && replaced.some(isSo))) return true
  return false
}

/** Also those that were replaced. */
export function everyRead({ plates }: Passage): readonly PassingRead[] {
  return plates.flatMap(({ reads, replaced }) => [...reads, ...replaced])
}
