import { alphabet, placesOf, unknown } from './alphabet.ts'
import { characters, errorModel, ratesByDefault, type ErrorModel, type ErrorRates, type LearnedOf } from './error-model.ts'
import { rarityAmong, type ShapeCounts } from './plate-shapes.ts'

/** What people have found cameras to write: how often each character was seen, and what was read in its place. */
export interface ConfusionCounts {
  /** Plates that a person has said what they were. */
  readonly plates: number
  /** How many of them had been read otherwise. */
  readonly misread: number
  /** How often each character stood on a plate, in the order of the alphabet. */
  readonly seen: Readonly<Record<string, number>>
  /** By true character and what was read: `B8` for a B read as 8, `B` for a B that was not read, `_8` for an 8 where there was nothing. */
  readonly slips: Readonly<Record<string, number>>
  /** Shapes of the plates that passed at the time; not there where too few had. */
  readonly shapes?: ShapeCounts
}

/** One place where what was read is not what was there. */
export interface Misreading {
  /** Places in the alphabet; below 0 where one side has no character. */
  readonly listed: number
  readonly read: number
}

export const noCounts: ConfusionCounts = { plates: 0, misread: 0, seen: {}, slips: {} }

/** One more plate of which somebody knows what was there. Unread characters tell nothing of confusions. */
export function withPlate(counts: ConfusionCounts, truth: string, misreadings: readonly Misreading[]): ConfusionCounts {
  const seen = { ...counts.seen }
  const slips = { ...counts.slips }
  for (const character of truth) seen[character] = (seen[character] ?? 0) + 1
  for (const { listed, read } of misreadings) {
    if (listed === unknown || read === unknown) continue
    const key = (listed < 0 ? '_' : alphabet.charAt(listed)) + (read < 0 ? '' : alphabet.charAt(read))
    slips[key] = (slips[key] ?? 0) + 1
  }
  return { ...counts, plates: counts.plates + 1, misread: counts.misread + (misreadings.length > 0 ? 1 : 0), seen, slips }
}

/**
 * How often a character has to have been seen before what was learned of it weighs as much as the working model: an error
 * of one in a hundred has then been seen about twice, which is chance.
 */
const seenForHalf = 200

/** Chances learned from counts, drawn towards those believed before where little has been seen: the working model's, or for one camera its port's. */
export function learnedRates({ seen, slips }: ConfusionCounts, prior: ErrorRates = ratesByDefault()): ErrorRates {
  const substitution = Float64Array.from(prior.substitution)
  const missed = Float64Array.from(prior.missed)
  const invented = Float64Array.from(prior.invented)
  const all = Object.values(seen).reduce((sum, times) => sum + times, 0)
  const learned = (before: number, times: number, of: number): number => (before * seenForHalf + times) / (seenForHalf + of)
  for (let truth = 0; truth < characters; truth += 1) {
    const letter = alphabet.charAt(truth)
    const times = seen[letter] ?? 0
    missed[truth] = learned(missed[truth] ?? 0, slips[letter] ?? 0, times)
    invented[truth] = learned(invented[truth] ?? 0, slips[`_${letter}`] ?? 0, all)
    for (let read = 0; read < characters; read += 1) {
      const place = truth * characters + read
      if (read !== truth) substitution[place] = learned(substitution[place] ?? 0, slips[letter + alphabet.charAt(read)] ?? 0, times)
    }
  }
  return { substitution, missed, invented }
}

export function learnedModel(version: number, counts: ConfusionCounts, of: LearnedOf = 'all'): ErrorModel {
  return errorModel(version, learnedRates(counts), { of, ...(counts.shapes && { rarity: rarityAmong(counts.shapes) }) })
}

/** One confusion as a person reads it, with what was believed of it before. */
export interface LearnedConfusion {
  readonly truth: string
  readonly read: string
  readonly times: number
  readonly ofSeen: number
  readonly learned: number
  readonly before: number
}

/** The confusions that were seen most, for a person to judge. */
export function commonestConfusions(counts: ConfusionCounts, most: number, prior: ErrorRates = ratesByDefault()): readonly LearnedConfusion[] {
  const rates = learnedRates(counts, prior)
  const seenOf = (truth: string): number => (truth === '' ? Object.values(counts.seen).reduce((sum, each) => sum + each, 0) : counts.seen[truth] ?? 0)
  return Object.entries(counts.slips).map(([key, times]) => {
    const [truth, read] = [key.charAt(0).replace('_', ''), key.slice(1)]
    return { truth, read, times, ofSeen: seenOf(truth), learned: rateOf(rates, truth, read), before: rateOf(prior, truth, read) }
  }).sort((one, other) => other.times - one.times).slice(0, most)
}

function rateOf({ substitution, missed, invented }: ErrorRates, truth: string, read: string): number {
  const [from] = placesOf(truth)
  const [to] = placesOf(read)
  if (from === undefined) return invented[to ?? unknown] ?? 0
  return (to === undefined ? missed[from] : substitution[from * characters + to]) ?? 0
}

