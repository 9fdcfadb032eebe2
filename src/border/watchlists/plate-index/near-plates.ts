import { placeOf, unknown } from '../reading-errors/alphabet.ts'
import type { ErrorModel } from '../reading-errors/error-model.ts'
import { writeReadCosts } from '../reading-errors/read-costs.ts'
import { keysMax, lengthMax, writeKeys, writeKeysOfUnread, type Text } from './deletion-keys.ts'
import { findPlaces, type Found } from './key-table.ts'
import { unreadMax } from './limits.ts'
import { isLive, unpack, type PackedPlates } from './packed-plates.ts'
import type { PlateIndex } from './plate-index.ts'
import { costInReach, type CostedRead, type Reach } from './reach.ts'

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

// Kept between calls, because making an array costs more than a look, and because nothing waits in the middle of one.
const keys = new Int32Array(keysMax)
const found: Found = { places: new Int32Array(64), count: 0 }
const asRead: CostedRead = { characters: new Uint8Array(lengthMax), length: 0, right: new Float32Array(lengthMax), wrong: new Float32Array(lengthMax) }
const costsOfRead = { places: asRead.characters, right: asRead.right, wrong: asRead.wrong }
const listed: Text = { characters: new Uint8Array(lengthMax), length: 0 }
const touched = new Int32Array(1)
const nothing: readonly Near[] = []

/** Every listed plate in reach of the read that is not too dear, in no order. */
export function nearPlates(index: PlateIndex, probe: Probe, within: Within): readonly Near[] {
  if (index.plates.size === 0) return nothing
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
