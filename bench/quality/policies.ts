import { buildMatchSet, learnedModel, matchesOf, noCounts, slipsBetween, withPlate, workingModel, type ConfusionCounts, type ErrorModel, type MatchSet } from '../../src/border/watchlists/door.ts'
import { listedNear } from '../../src/border/watchlists/match-set/match-set.ts'
import { countShapes } from '../../src/border/watchlists/reading-errors/plate-shapes.ts'
import { plate } from '../../src/values/door.ts'
import { fatesOf, written, type CameraErrors } from './cameras.ts'
import type { Chance } from './chance.ts'
import type { BenchRead } from './passages.ts'
import { aVehicle, type Vehicle } from './traffic.ts'

/** What speaks against a match; the lower the surer. A rule that only says yes or no answers 0. */
export interface Scored {
  /** The surest entry of all. */
  readonly any: number
  /** The entry that is in front of the camera, where one is. */
  readonly own: number
}

export interface Policy {
  readonly name: string
  /** Whether it can be set to a wanted rate of false alerts. */
  readonly tunable: boolean
  readonly sureReads: boolean
  score(reads: readonly BenchRead[], real: string): Scored
}

/** The camera's text is on the list. */
export function exactRule(listed: ReadonlySet<string>): Policy {
  return yesOrNo('exact on any read', (text) => (listed.has(text) ? [text] : []))
}

/** OCR equivalents as Genetec ships them (anpr.md 4.1). */
const equivalents: Readonly<Record<string, string>> = { 0: 'ODQ', O: '0DQ', D: '0OQ', Q: '0OD', 1: 'I', I: '1', 2: 'Z', Z: '2', 5: 'S', S: '5', 8: 'B', B: '8', 6: 'G', G: '6' }

/** The commercial default: no difference in length, and one OCR equivalent for plates of 5 to 11 characters. */
export function commercialRule(listed: ReadonlySet<string>): Policy {
  return yesOrNo('commercial default on any read', (text) => {
    const swaps = text.length < 5 || text.length > 11 ? [] : Array.from(text).flatMap((character, at) =>
      Array.from(equivalents[character] ?? '', (other) => text.slice(0, at) + other + text.slice(at + 1)))
    return [text, ...swaps].filter((each) => listed.has(each))
  })
}

function yesOrNo(name: string, found: (text: string) => readonly string[]): Policy {
  return {
    name, tunable: false, sureReads: false,
    score: (reads, real) => {
      const all = reads.flatMap((read) => found(read.plate))
      return { any: all.length > 0 ? 0 : Number.POSITIVE_INFINITY, own: all.includes(real) ? 0 : Number.POSITIVE_INFINITY }
    },
  }
}

export function listOf(vehicles: readonly Vehicle[]): MatchSet {
  return buildMatchSet(vehicles.map(({ plate: text, country }) => ({ entryId: text, plate: plate(text), country })))
}

export function anythingNear(set: MatchSet, reads: readonly BenchRead[]): boolean {
  const probes = reads.flatMap(({ plate: text, characterConfidence, candidates }) => [{ plate: text, characterConfidence, model: workingModel }, ...candidates.map((candidate) => ({ plate: candidate.plate, characterConfidence: null, model: workingModel }))])
  return listedNear(set, probes).size > 0
}

/** Juxta as it ships, with the given model of errors. */
export function ourPolicy(name: string, set: MatchSet, { model = workingModel, sureReads = false }: { model?: ErrorModel; sureReads?: boolean } = {}): Policy {
  return {
    name, tunable: true, sureReads,
    score: (reads, real) => {
      const matches = matchesOf(set, reads, () => model)
      return { any: matches[0]?.cost ?? Number.POSITIVE_INFINITY, own: matches.find(({ listed }) => listed.entryId === real)?.cost ?? Number.POSITIVE_INFINITY }
    },
  }
}

/** What officers' corrections would have taught after so many plates, counted by the product's own code. */
export function modelLearnedFrom(plates: number, errors: CameraErrors, by: Chance): ErrorModel {
  let counts: ConfusionCounts = noCounts
  const passed: string[] = []
  for (let each = 0; each < plates; each += 1) {
    const { plate: real } = aVehicle(by)
    const read = written(real, fatesOf(real, errors, { by, scale: 1 }))
    counts = withPlate(counts, real, slipsBetween(read, real))
    passed.push(read)
  }
  return learnedModel(1, { ...counts, shapes: countShapes(passed) })
}
