import { keysMax } from './deletion-keys.ts'
import { keysPerBucket } from './limits.ts'

/** Slots in a bucket: sixteen words are the 64 bytes that a processor fetches from memory at once. */
const slotsPerBucket = 16

/**
 * Where memory that was asked for begins: allocators put 16 bytes of their own before a large block, so buckets start 48 bytes in to lie
 * on one cache line each. Where an allocator does otherwise only some speed is lost.
 */
const wordsBeforeFirst = 12

/**
 * From a key to the places of the plates that have it. A slot is a fingerprint of the key above a place; nothing is 0, and places
 * begin at 1. A slot is only a hint, because fingerprints collide: the plate at the place decides.
 */
export interface KeyTable {
  readonly slots: Int32Array
  readonly buckets: number
  /** The low bits of a slot that hold the place; the others hold the fingerprint. */
  readonly placeBits: number
}

/** Places found for a read, each once. Kept between reads because making an array costs more than a look. */
export interface Found {
  places: Int32Array
  count: number
}

export function keyTable(keys: number, placeMax: number): KeyTable {
  const buckets = Math.max(1, Math.ceil(keys / keysPerBucket))
  const memory = new SharedArrayBuffer((wordsBeforeFirst + buckets * slotsPerBucket) * Int32Array.BYTES_PER_ELEMENT)
  return { slots: new Int32Array(memory), buckets, placeBits: 32 - Math.clz32(placeMax) }
}

const starts = new Int32Array(keysMax)
const touched = new Int32Array(1)

/** Each key goes into the first free slot of its bucket, or of those that follow. There is one, because tables are made for their keys. */
export function insertKeys({ slots, buckets, placeBits }: KeyTable, keys: Int32Array, count: number, place: number): void {
  touch(slots, buckets, keys, count)
  for (let each = 0; each < count; each += 1) {
    let at = starts[each] ?? 0
    while (slots[at] !== 0) at = at + 1 === slots.length ? wordsBeforeFirst : at + 1
    slots[at] = ((keys[each] ?? 0) << placeBits) | place
  }
}

/** Adds to `found` every place that may have one of these keys. */
export function findPlaces(found: Found, { slots, buckets, placeBits }: KeyTable, keys: Int32Array, count: number): void {
  touch(slots, buckets, keys, count)
  const placeMask = 2 ** placeBits - 1
  for (let each = 0; each < count; each += 1) {
    const wanted = (keys[each] ?? 0) << placeBits
    let at = starts[each] ?? 0
    for (let slot = slots[at] ?? 0; slot !== 0; slot = slots[at] ?? 0) {
      if ((slot ^ wanted) >>> placeBits === 0) addPlace(found, slot & placeMask)
      at = at + 1 === slots.length ? wordsBeforeFirst : at + 1
    }
  }
}

/**
 * Reads one word of every bucket before any is searched. The end of a search depends on what memory answers, and a processor
 * that waits for one answer does not ask for the next; in a loop without a branch all are asked for together, and come in the
 * time of one or two.
 */
function touch(slots: Int32Array, buckets: number, keys: Int32Array, count: number): void {
  let seen = 0
  for (let each = 0; each < count; each += 1) {
    const start = startOf(keys[each] ?? 0, buckets)
    starts[each] = start
    seen ^= slots[start] ?? 0
  }
  // Written down so that no compiler may leave the reading out.
  touched[0] = seen
}

function addPlace(found: Found, place: number): void {
  const { places, count } = found
  for (let at = 0; at < count; at += 1) if (places[at] === place) return
  if (count === places.length) found.places = doubled(places)
  found.places[count] = place
  found.count = count + 1
}

function doubled(places: Int32Array): Int32Array {
  const wider = new Int32Array(2 * places.length)
  wider.set(places)
  return wider
}

/** The high bits of the key choose the bucket, so the low ones are free to be its fingerprint. */
function startOf(key: number, buckets: number): number {
  return wordsBeforeFirst + Math.floor((key >>> 0) * (buckets / 2 ** 32)) * slotsPerBucket
}
