import { alphabet, placesOf, symbols, unknown } from '../reading-errors/alphabet.ts'
import { doubles } from '../reading-errors/default-rates.ts'
import type { ErrorModel } from '../reading-errors/error-model.ts'
import { explanationsMax, mergedDifferencesMax } from '../reading-errors/limits.ts'
import { shapeCost } from '../reading-errors/plate-shapes.ts'

/**
 * Plates other than a listed one that may have been in front of the cameras: what they wrote, what else they thought, what
 * two reads make together, and, for what no country issues, the plates it may be a misread of. Each text with the model of who wrote it.
 */
export function otherExplanations(modelOf: ReadonlyMap<string, ErrorModel>): readonly string[] {
  const written = [...modelOf.keys()]
  const plates = new Set(written)
  for (const [at, one] of written.entries()) for (const other of written.slice(at + 1)) for (const merged of mergesOf(one, other)) plates.add(merged)
  for (const one of written) for (const mended of shapeCost(one) > 0 ? mendsOf(one) : []) plates.add(mended)
  for (const [one, model] of modelOf) plates.add(nearestDouble(model, one))
  return [...plates].slice(0, explanationsMax)
}

/** Two reads of one length that differ in a few places: either may be right in each. */
function mergesOf(one: string, other: string): readonly string[] {
  if (one.length !== other.length) return []
  const places = [...one].flatMap((character, at) => (character === other.charAt(at) ? [] : [at]))
  if (places.length < 2 || places.length > mergedDifferencesMax) return []
  return Array.from({ length: 2 ** places.length }, (_, choice) =>
    [...one].map((character, at) => (places.includes(at) && (choice >> places.indexOf(at)) % 2 === 1 ? other.charAt(at) : character)).join(''))
}

/** The plates of a better shape that one confusion makes into this. */
function mendsOf(written: string): readonly string[] {
  const worse = shapeCost(written)
  return [...written].flatMap((character, at) => {
    const group = doubles.find((each) => each.includes(character)) ?? ''
    return [...group].filter((other) => other !== character).map((other) => written.slice(0, at) + other + written.slice(at + 1))
  }).filter((mended) => shapeCost(mended) < worse)
}

/** The plate of the same shape that is likeliest to be read as this one when it is not this one. */
function nearestDouble(model: ErrorModel, written: string): string {
  const places = placesOf(written)
  let [best, cheapest] = [written, Number.POSITIVE_INFINITY]
  for (const [at, read] of places.entries()) {
    const truth = likeliestTruth(model, read)
    const cost = model.substitution[truth * symbols + read] ?? Number.POSITIVE_INFINITY
    if (truth !== unknown && cost < cheapest) [best, cheapest] = [written.slice(0, at) + alphabet.charAt(truth) + written.slice(at + 1), cost]
  }
  return best
}

const letters = 26

/** Of the letters for a letter and of the digits for a digit, the one that is most often taken for it. */
function likeliestTruth({ substitution }: ErrorModel, read: number): number {
  if (read === unknown) return unknown
  const [from, to] = read < letters ? [0, letters] : [letters, unknown]
  let [best, cheapest] = [unknown, Number.POSITIVE_INFINITY]
  for (let truth = from; truth < to; truth += 1) {
    const cost = substitution[truth * symbols + read] ?? Number.POSITIVE_INFINITY
    if (truth !== read && cost < cheapest) [best, cheapest] = [truth, cost]
  }
  return best
}
