import { alphabet, symbols, unknown } from './alphabet.ts'
import { areDoubles, areLookalikes, defaultRates, unreadFits } from './default-rates.ts'
import { shapeCost, type Rarity } from './plate-shapes.ts'

/**
 * What cameras write when a plate is in front of them, as costs: -ln of the chance. Costs of independent errors add up. Characters are
 * places in `alphabet`. Swapped neighbours have no table, because no camera swaps them (Oliveira-Neto, Han and Jeong 2012).
 */
export interface ErrorModel {
  /** 0 is the working model; each learned one has a number of its own, which a hit can name. */
  readonly version: number
  /** Of whose reads it was learned. */
  readonly of: LearnedOf
  /** At `truth * symbols + read`. On the diagonal the cost of being right; `#` listed costs nothing, whatever is read. */
  readonly substitution: Float32Array
  /** The cost of writing nothing, by the true character. */
  readonly missed: Float32Array
  /** The cost of writing this character where there is none. */
  readonly invented: Float32Array
  /** How often one character is wrong, over the whole alphabet; what a camera's own confidence is compared with. */
  readonly errorRate: number
  /** How seldom there is such a plate to be read at all. */
  readonly rarity: Rarity
}

export type LearnedOf = 'all' | 'port' | 'camera'

/** The model by which a camera's reads are weighed; asked without a camera, the one of those that have none of their own. */
export type ModelOf = (cameraId?: string) => ErrorModel

/** Chances in the order of the alphabet without `#`, from which a model is made. */
export interface ErrorRates {
  /** At `truth * characters + read`, nothing on the diagonal. */
  readonly substitution: Float64Array
  readonly missed: Float64Array
  readonly invented: Float64Array
}

/** The letters and digits, without `#`. */
export const characters = symbols - 1

export function errorModel(version: number, rates: ErrorRates, { of = 'all', rarity = shapeCost }: Partial<Pick<ErrorModel, 'of' | 'rarity'>> = {}): ErrorModel {
  const substitution = new Float32Array(symbols * symbols)
  let errors = 0
  for (let truth = 0; truth < characters; truth += 1) {
    const wrong = sumOf(rates.substitution.subarray(truth * characters, (truth + 1) * characters))
    errors += wrong / characters
    for (let read = 0; read < characters; read += 1) {
      const chance = read === truth ? 1 - wrong - at(rates.missed, truth) : at(rates.substitution, truth * characters + read)
      substitution[truth * symbols + read] = cost(chance)
    }
    substitution[truth * symbols + unknown] = Math.log(unreadFits)
  }
  return {
    version, of, substitution,
    missed: withUnknown(rates.missed), invented: withUnknown(rates.invented),
    errorRate: errors + sumOf(rates.invented),
    rarity,
  }
}

/** The chances of the working model (`default-rates.ts`). */
export function ratesByDefault(): ErrorRates {
  const substitution = new Float64Array(characters * characters)
  for (let truth = 0; truth < characters; truth += 1) {
    const looks = Array.from(alphabet.slice(0, characters), (read) => likeness(alphabet.charAt(truth), read))
    for (const [read, kind] of looks.entries()) {
      if (kind !== 'same') substitution[truth * characters + read] = defaultRates[kind] / looks.filter((other) => other === kind).length
    }
  }
  return {
    substitution,
    missed: new Float64Array(characters).fill(defaultRates.missed),
    invented: new Float64Array(characters).fill(defaultRates.invented / characters),
  }
}

type Likeness = 'same' | 'double' | 'lookalike' | 'other'

function likeness(truth: string, read: string): Likeness {
  if (truth === read) return 'same'
  if (areDoubles(truth, read)) return 'double'
  return areLookalikes(truth, read) ? 'lookalike' : 'other'
}

/** `#` may be missed or invented as often as any character is. */
function withUnknown(chances: Float64Array): Float32Array {
  return Float32Array.from([...chances, sumOf(chances) / chances.length], cost)
}

function cost(chance: number): number {
  return -Math.log(chance)
}

function sumOf(numbers: Float64Array): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}

function at(numbers: Float64Array, place: number): number {
  return numbers[place] ?? 0
}

export const workingModel: ErrorModel = errorModel(0, ratesByDefault())

export const alwaysWorkingModel: ModelOf = () => workingModel
