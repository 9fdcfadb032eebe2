import { placesOf, symbols } from './alphabet.ts'
import type { ErrorModel } from './error-model.ts'

/** One read with what each of its characters costs. Made once for a read and then held against many plates. */
export interface ReadCosts {
  /** The read's characters as places in the alphabet. */
  readonly places: Uint8Array
  /** The cost of each character where it is the true one. */
  readonly right: Float32Array
  /** Added to the cost of a substitution or an invention: below nothing where the camera doubted the character. */
  readonly wrong: Float32Array
}

/**
 * A maker's number is not a chance: OpenALPR gives characters that are right 80 of 100, Hikvision 99 to some that are wrong.
 * So the logarithm of the chance of an error is half the camera's and half the model's.
 */
const trustInConfidence = 0.5

/** Readers are never believed to be surer, or less sure, of a character than this. */
const errorMin = 0.002
const errorMax = 0.5

/** `characterConfidence` runs from 0 to 1 and is used only where there is one number for each character. */
export function readCosts(model: ErrorModel, plate: string, characterConfidence: readonly number[] | null): ReadCosts {
  const places = placesOf(plate)
  const costs: ReadCosts = { places, right: new Float32Array(places.length), wrong: new Float32Array(places.length) }
  writeReadCosts(costs, places.length, { model, characterConfidence })
  return costs
}

interface By {
  readonly model: ErrorModel
  readonly characterConfidence: readonly number[] | null
}

/** The same for the first `length` of places that are there already, into arrays that are used again: where millions of reads are held against a list. */
export function writeReadCosts({ places, right, wrong }: ReadCosts, length: number, { model: { substitution, errorRate }, characterConfidence }: By): void {
  const told = characterConfidence?.length === length ? characterConfidence : undefined
  for (let at = 0; at < length; at += 1) {
    const place = places[at] ?? 0
    const confidence = told?.[at]
    const error = confidence === undefined ? undefined : errorAt(confidence, errorRate)
    right[at] = error === undefined ? substitution[place * symbols + place] ?? 0 : -Math.log(1 - error)
    wrong[at] = error === undefined ? 0 : Math.log(errorRate / error)
  }
}

function errorAt(confidence: number, errorRate: number): number {
  const told = Math.max(1 - confidence, Number.EPSILON)
  const error = errorRate ** (1 - trustInConfidence) * told ** trustInConfidence
  return Math.min(errorMax, Math.max(errorMin, error))
}
