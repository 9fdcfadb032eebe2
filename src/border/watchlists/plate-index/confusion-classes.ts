import { alphabet, unknown } from '../reading-errors/alphabet.ts'
import { doubles } from '../reading-errors/default-rates.ts'

/**
 * For each character of the alphabet the number of its class, from 1: characters that cameras take for one another share one, so that
 * a plate and any number of such mistakes are found by a single look. `#` is a class of its own.
 */
export const classOf: Uint8Array = numbered()

/** One letter or digit for each class. */
export const oneOfEachClass: readonly number[] = Array.from(classOf.keys()).filter((character) => character !== unknown && classOf.indexOf(classOf[character] ?? 0) === character)

function numbered(): Uint8Array {
  const standing = [...alphabet].map((character) => doubles.find((members) => members.includes(character))?.charAt(0) ?? character)
  const distinct = [...new Set(standing)]
  return Uint8Array.from(standing, (character) => distinct.indexOf(character) + 1)
}
