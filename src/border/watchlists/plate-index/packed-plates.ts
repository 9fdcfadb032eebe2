import { alphabet, placeOf } from '../reading-errors/alphabet.ts'
import type { Text } from './deletion-keys.ts'
import { packedLengthMax } from './limits.ts'

/** Ten characters of six bits in two words: small enough to hold ten million, quick to take apart, and never across two cache lines. */
const perWord = packedLengthMax / 2
const bitsEach = 6
const characterMask = 2 ** bitsEach - 1
const roomAtFirst = 1_024

/**
 * Plates by their place, from 1 up. A place is kept for as long as the plate is listed and may then be another's, so that
 * nothing has to be renumbered when tables are built anew. Words and bits are shared with the worker that builds them.
 */
export interface PackedPlates {
  words: Int32Array
  /** One bit a place: whether a plate is listed there now. Cleared to remove a plate at once, wherever its keys still are. */
  live: Int32Array
  /** The highest place ever used. */
  used: number
  size: number
  readonly free: number[]
}

export function packedPlates(): PackedPlates {
  return { words: shared(2 * roomAtFirst), live: shared(roomAtFirst / 32), used: 0, size: 0, free: [] }
}

/** Whether every character is known and there are no more than can be packed. */
export function fits(plate: string): boolean {
  return plate.length <= packedLengthMax && /^[A-Z0-9]+$/.test(plate)
}

/** Puts the plate at a place that is free and returns it. */
export function keepPlate(plates: PackedPlates, plate: string): number {
  const place = plates.free.pop() ?? nextPlace(plates)
  plates.words[2 * place] = packed(plate, 0)
  plates.words[2 * place + 1] = packed(plate, perWord)
  plates.live[place >>> 5] = (plates.live[place >>> 5] ?? 0) | (1 << (place & 31))
  plates.size += 1
  return place
}

export function dropPlate(plates: PackedPlates, place: number): void {
  plates.live[place >>> 5] = (plates.live[place >>> 5] ?? 0) & ~(1 << (place & 31))
  plates.free.push(place)
  plates.size -= 1
}

export function isLive(live: Int32Array, place: number): boolean {
  return (((live[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1
}

/** Writes the plate's characters into the text. */
export function unpack(words: Int32Array, place: number, text: Text): void {
  const { characters } = text
  let at = 0
  for (let half = 0; half < 2; half += 1) {
    for (let rest = words[2 * place + half] ?? 0; rest !== 0; rest >>>= bitsEach) {
      characters[at] = (rest & characterMask) - 1
      at += 1
    }
  }
  text.length = at
}

/** The plate as it was listed. */
export function plateAt({ words }: Pick<PackedPlates, 'words'>, place: number): string {
  const text: Text = { characters: new Uint8Array(packedLengthMax), length: 0 }
  unpack(words, place, text)
  return Array.from(text.characters.subarray(0, text.length), (character) => alphabet.charAt(character)).join('')
}

/** The first character in the lowest bits; nothing is 0, so the length needs no room of its own. */
function packed(plate: string, from: number): number {
  let word = 0
  for (let at = Math.min(plate.length, from + perWord) - 1; at >= from; at -= 1) word = (word << bitsEach) | (placeOf(plate.charCodeAt(at)) + 1)
  return word
}

function nextPlace(plates: PackedPlates): number {
  plates.used += 1
  if (2 * plates.used >= plates.words.length) {
    plates.words = widened(plates.words)
    plates.live = widened(plates.live)
  }
  return plates.used
}

function widened(narrow: Int32Array): Int32Array {
  const wide = shared(2 * narrow.length)
  wide.set(narrow)
  return wide
}

function shared(words: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(words * Int32Array.BYTES_PER_ELEMENT))
}
