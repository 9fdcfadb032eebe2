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
export function readCosts({ substitution, errorRate }: ErrorModel, plate: string, characterConfidence: readonly number[] | null): ReadCosts {
  const places = placesOf(plate)
  const right = Float32Array.from(places, (place) => substitution[place * symbols + place] ?? 0)
  const wrong = new Float32Array(places.length)
  if (characterConfidence?.length !== places.length) return { places, right, wrong }
  for (const [at, confidence] of characterConfidence.entries()) {
    const error = errorAt(confidence, errorRate)
    right[at] = -Math.log(1 - error)
    wrong[at] = Math.log(errorRate / error)
  }
  return { places, right, wrong }
}

function errorAt(confidence: number, errorRate: number): number {
  const told = Math.max(1 - confidence, Number.EPSILON)
  const error = errorRate ** (1 - trustInConfidence) * told ** trustInConfidence
  return Math.min(errorMax, Math.max(errorMin, error))
}
