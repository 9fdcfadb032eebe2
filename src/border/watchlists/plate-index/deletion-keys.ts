import { symbols, unknown } from '../reading-errors/alphabet.ts'
import { classOf, oneOfEachClass } from './confusion-classes.ts'
import { packedLengthMax } from './limits.ts'

/** How many characters may be struck out of a text to make a key: as many as edits are to be found. */
export type Deletions = 1 | 2

/** The longest text with keys: one that is two characters too long for the longest plate. */
export const lengthMax = packedLengthMax + 2

/** Keys of a text: itself, each character struck out and, where two may be, each pair. */
export function keysAtMost(length: number, deletions: Deletions): number {
  return 1 + length + (deletions === 2 ? (length * (length - 1)) / 2 : 0)
}

export const keysMax = keysAtMost(lengthMax, 2)

/**
 * The hash of a text is the sum of its characters, each times the base to the power of where it stands. Striking one out moves those
 * behind it up by one, which divides their part of the sum by the base; modulo 2^32 an odd base has an exact inverse, so each key
 * costs one multiplication and no string.
 */
const base = 0x9e3779b1 | 0
const inverse = inverseOf(base)
const inverseSquared = Math.imul(inverse, inverse)

/** For each character a number that its whole class shares, with bits all over the word: small numbers would collide in the low bits. */
const weights = Int32Array.from({ length: symbols }, (_, character) => scattered(Math.imul(classOf[character] ?? 0, base)))

/** Sums of the text up to each character. Kept between calls because nothing waits in the middle of one. */
const sums = new Int32Array(lengthMax + 1)
const weighed = new Int32Array(lengthMax)

/** A plate or a read as places in the alphabet; only the first `length` count, so that one array serves for all. */
export interface Text {
  readonly characters: Uint8Array
  length: number
}

/**
 * Writes the hashes of the folded text and of the same with one, or two, characters struck out. Two texts that are as many edits
 * apart always share one. Returns how many there are.
 */
export function writeKeys(keys: Int32Array, text: Text, deletions: Deletions): number {
  const { length } = text
  const whole = sumUp(text)
  keys[0] = scattered(whole)
  let count = 1
  for (let first = 0; first < length; first += 1) {
    // Striking out either of two equal neighbours leaves the same text.
    if (first > 0 && weighed[first] === weighed[first - 1]) continue
    keys[count] = scattered((sums[first] ?? 0) + Math.imul(whole - (sums[first + 1] ?? 0), inverse))
    count += 1
    if (deletions === 2) count = writePairs(keys, count, { first, length, whole })
  }
  return count
}

/**
 * The keys of a text of which one character or two were not read: where it was read it must fit the plate. One unread character is
 * struck out; for another each class is tried in turn.
 */
export function writeKeysOfUnread(keys: Int32Array, text: Text): number {
  const first = text.characters.indexOf(unknown)
  const last = text.characters.lastIndexOf(unknown, text.length - 1)
  const whole = sumUp(text)
  const rest = (sums[last] ?? 0) + Math.imul(whole - (sums[last + 1] ?? 0), inverse)
  if (first === last) {
    keys[0] = scattered(rest)
    return 1
  }
  const power = powerAt(first)
  const without = rest - Math.imul(weights[unknown] ?? 0, power)
  for (const [at, character] of oneOfEachClass.entries()) keys[at] = scattered(without + Math.imul(weights[character] ?? 0, power))
  return oneOfEachClass.length
}

function writePairs(keys: Int32Array, from: number, { first, length, whole }: { first: number; length: number; whole: number }): number {
  let count = from
  const before = sums[first] ?? 0
  const afterFirst = sums[first + 1] ?? 0
  for (let second = first + 1; second < length; second += 1) {
    if (second > first + 1 && weighed[second] === weighed[second - 1]) continue
    const between = Math.imul((sums[second] ?? 0) - afterFirst, inverse)
    keys[count] = scattered(before + between + Math.imul(whole - (sums[second + 1] ?? 0), inverseSquared))
    count += 1
  }
  return count
}

function sumUp({ characters, length }: Text): number {
  let sum = 0
  let power = 1
  for (let at = 0; at < length; at += 1) {
    const weight = weights[characters[at] ?? unknown] ?? 0
    weighed[at] = weight
    sum = (sum + Math.imul(weight, power)) | 0
    sums[at + 1] = sum
    power = Math.imul(power, base)
  }
  return sum
}

function powerAt(place: number): number {
  let power = 1
  for (let at = 0; at < place; at += 1) power = Math.imul(power, base)
  return power
}

/** The last step of MurmurHash3: every bit of the sum reaches every bit of the key, because both ends of the word are used apart. */
function scattered(sum: number): number {
  let bits = sum | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/** Newton's step doubles the bits that are right; an odd number is its own inverse in the last three. */
function inverseOf(odd: number): number {
  let inverse = odd
  for (let step = 0; step < 4; step += 1) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse))
  return inverse
}
