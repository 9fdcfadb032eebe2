import { insertPlate, type BaseOrder } from './build-base.ts'
import { keysAtMost, type Deletions } from './deletion-keys.ts'
import { keyTable, type KeyTable } from './key-table.ts'
import { packedLengthMax, recentPlatesMax } from './limits.ts'
import { dropPlate, keepPlate, packedPlates, type PackedPlates } from './packed-plates.ts'

const roomAtFirst = 32

/** Making a table for so many plates takes half a millisecond, which is what one that is added may wait. */
const longList = 1_000

/**
 * Plates that can be found from what a camera made of them. The keys of most are in a base that is never changed; those of plates
 * added since are in a small table beside it. A removed plate leaves its keys behind until the next base, and is passed over.
 */
export interface PlateIndex {
  /** How many edits, beyond confusions within a class, a read may be away from its plate. */
  readonly edits: Deletions
  readonly plates: PackedPlates
  base: KeyTable
  recent: KeyTable
  /** Places whose keys are in `recent`, in the order in which they came. */
  recentPlaces: number[]
  /** How many of them `recent` was made for. */
  recentRoom: number
}

export function plateIndex(edits: Deletions): PlateIndex {
  const plates = packedPlates()
  const recentRoom = roomFor(plates, 0)
  return { edits, plates, base: keyTable(0, 0), recent: recentTable(edits, plates, recentRoom), recentPlaces: [], recentRoom }
}

/** Keeps the plate and returns its place. Findable as soon as this returns. */
export function addPlate(index: PlateIndex, plate: string): number {
  const place = keepPlate(index.plates, plate)
  index.recentPlaces.push(place)
  if (index.recentPlaces.length > index.recentRoom || place >= 2 ** index.recent.placeBits) remakeRecent(index)
  else insertPlate(index.recent, index.plates.words, place, index.edits)
  return place
}

/** Keeps a plate that is found only when a base has been built with it: for long lists, which would pass through `recent` for nothing. */
export function addForBase({ plates }: PlateIndex, plate: string): number {
  return keepPlate(plates, plate)
}

/** Gone as soon as this returns. */
export function removePlate({ plates }: PlateIndex, place: number): void {
  dropPlate(plates, place)
}

/** Whether so much was added that a new base is worth its building. */
export function wantsBase({ recentPlaces }: PlateIndex): boolean {
  return recentPlaces.length > recentPlatesMax
}

/** What to build a new base from. Plates may be added and removed while it is built. */
export function orderBase({ edits, plates: { words, live, used } }: PlateIndex): BaseOrder {
  return { edits, words, used, live: live.slice() }
}

/** Puts the new base in the place of the old. `before` is how many plates were recent when it was ordered: they are in it now. */
export function takeBase(index: PlateIndex, base: KeyTable, before: number): void {
  index.base = base
  index.recentPlaces = index.recentPlaces.slice(before)
  remakeRecent(index)
}

function remakeRecent(index: PlateIndex): void {
  index.recentRoom = roomFor(index.plates, index.recentPlaces.length)
  index.recent = recentTable(index.edits, index.plates, index.recentRoom)
  for (const place of index.recentPlaces) insertPlate(index.recent, index.plates.words, place, index.edits)
}

/** A short list has room for as many again. A long one has it for all that comes until the next base is there, so that no plate waits for another table. */
function roomFor({ size }: PackedPlates, recent: number): number {
  return 2 * Math.max(size < longList ? roomAtFirst : recentPlatesMax, recent)
}

/** With room for the most keys that so many plates can have, and for places of which most are not used yet. */
function recentTable(edits: Deletions, { used }: PackedPlates, room: number): KeyTable {
  return keyTable(room * keysAtMost(packedLengthMax, edits), 2 * (used + room))
}
