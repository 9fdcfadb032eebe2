import { placeOf, unknown } from '../reading-errors/alphabet.ts'
import type { ErrorModel } from '../reading-errors/error-model.ts'
import { writeReadCosts } from '../reading-errors/read-costs.ts'
import { insertPlate, type BaseOrder } from './build-base.ts'
import { keysAtMost, keysMax, lengthMax, writeKeys, writeKeysOfUnread, type Deletions, type Text } from './deletion-keys.ts'
import { findPlaces, keyTable, type Found, type KeyTable } from './key-table.ts'
import { packedLengthMax, recentPlatesMax, unreadMax } from './limits.ts'
import { dropPlate, isLive, keepPlate, packedPlates, unpack, type PackedPlates } from './packed-plates.ts'
import { costInReach, type CostedRead, type Reach } from './reach.ts'

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

/** One read, as it was written. */
export interface Probe {
  readonly plate: string
  readonly characterConfidence: readonly number[] | null
}

/** By which model costs are reckoned, and how dear a plate may be. */
export interface Within {
  readonly model: ErrorModel
  readonly costMax: number
}

export interface Near {
  readonly place: number
  /** How much dearer it is that this plate was read so than that the read is the plate (`reach.ts`). */
  readonly cost: number
}

/** Room for the first plates that come; doubled as they come. */
const recentRoomAtFirst = 64

// Kept between calls, because making an array costs more than a look, and because nothing waits in the middle of one.
const keys = new Int32Array(keysMax)
const found: Found = { places: new Int32Array(64), count: 0 }
const asRead: CostedRead = { characters: new Uint8Array(lengthMax), length: 0, right: new Float32Array(lengthMax), wrong: new Float32Array(lengthMax) }
const costsOfRead = { places: asRead.characters, right: asRead.right, wrong: asRead.wrong }
const listed: Text = { characters: new Uint8Array(lengthMax), length: 0 }
const touched = new Int32Array(1)
const nothing: readonly Near[] = []

export function plateIndex(edits: Deletions): PlateIndex {
  const plates = packedPlates()
  return { edits, plates, base: keyTable(0, 0), recent: recentTable(edits, plates, recentRoomAtFirst), recentPlaces: [], recentRoom: recentRoomAtFirst }
}

/** Keeps the plate and returns its place. Findable as soon as this returns. */
export function addPlate(index: PlateIndex, plate: string): number {
  const place = keepPlate(index.plates, plate)
  index.recentPlaces.push(place)
  if (index.recentPlaces.length > index.recentRoom || place >= 2 ** index.recent.placeBits) remakeRecent(index, 2 * index.recentPlaces.length)
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

/** Every listed plate in reach of the read that is not too dear, in no order. */
export function nearPlates(index: PlateIndex, probe: Probe, within: Within): readonly Near[] {
  const unread = spell(probe.plate)
  if (unread > unreadMax || asRead.length > lengthMax) return nothing
  const count = unread === 0 ? writeKeys(keys, asRead, index.edits) : writeKeysOfUnread(keys, asRead)
  found.count = 0
  findPlaces(found, index.base, keys, count)
  if (index.recentPlaces.length > 0) findPlaces(found, index.recent, keys, count)
  if (found.count === 0) return nothing
  writeReadCosts(costsOfRead, asRead.length, { model: within.model, characterConfidence: probe.characterConfidence })
  return affordable(index.plates, { ...within, edits: unread === 0 ? index.edits : 0 })
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
  remakeRecent(index, Math.max(recentRoomAtFirst, 2 * index.recentPlaces.length))
}

function remakeRecent(index: PlateIndex, room: number): void {
  index.recentRoom = room
  index.recent = recentTable(index.edits, index.plates, room)
  for (const place of index.recentPlaces) insertPlate(index.recent, index.plates.words, place, index.edits)
}

/** With room for the most keys that so many plates can have, and for places of which most are not used yet. */
function recentTable(edits: Deletions, { used }: PackedPlates, room: number): KeyTable {
  return keyTable(room * keysAtMost(packedLengthMax, edits), 2 * (used + room))
}

/** Writes the read as places in the alphabet and returns how many characters of it were not read. */
function spell(plate: string): number {
  asRead.length = plate.length
  if (plate.length > lengthMax) return 0
  let unread = 0
  for (let at = 0; at < plate.length; at += 1) {
    const character = placeOf(plate.charCodeAt(at))
    asRead.characters[at] = character
    if (character === unknown) unread += 1
  }
  return unread
}

/** A slot was only a hint, and its place may be another plate's by now: each plate is held against the read itself. */
function affordable({ words, live }: PackedPlates, reach: Reach): readonly Near[] {
  // As with buckets: all asked for before any is waited for.
  let seen = 0
  for (let at = 0; at < found.count; at += 1) seen ^= words[2 * (found.places[at] ?? 0)] ?? 0
  touched[0] = seen
  const near: Near[] = []
  for (let at = 0; at < found.count; at += 1) {
    const place = found.places[at] ?? 0
    if (!isLive(live, place)) continue
    unpack(words, place, listed)
    const cost = costInReach(asRead, listed, reach)
    if (cost < Infinity) near.push({ place, cost })
  }
  return near
}
