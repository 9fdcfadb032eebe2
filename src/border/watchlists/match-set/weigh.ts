import { alwaysWorkingModel, type ErrorModel, type ModelOf } from '../reading-errors/error-model.ts'
import type { ListedPlate, ReadEvidence } from './evidence.ts'
import { explainReads, jointCost, readyRead, type Explained, type ReadyRead } from './explain-reads.ts'
import { otherExplanations } from './other-explanations.ts'
import { differenceOf, type Difference } from './reading-cost.ts'

/** How the listed plate was recognised in the read; the worst difference names it. */
export type How = 'exact' | 'confusable' | 'alternative' | 'unread' | 'pattern' | 'near'

/** One read of the passage, and how it came from the listed plate. */
export interface ReadWeighed {
  readonly read: ReadEvidence
  readonly how: How
  readonly differences: readonly Difference[]
  readonly cost: number
  readonly model: ErrorModel
}

export interface Weighed extends Pick<ReadWeighed, 'how' | 'differences' | 'model'> {
  /** A read that is the listed plate, or else the surest: the one that `how`, `differences` and `model` speak of. */
  readonly read: ReadEvidence
  /**
   * Natural log of how much better the best other plate explains all reads than the listed one does: below 0 where
   * the listed plate is the better explanation.
   */
  readonly cost: number
  /** The plate that explains the reads best, of all but the listed one. */
  readonly otherPlate: string
  /** Every read of the passage, the surest first. */
  readonly reads: readonly ReadWeighed[]
}

/** The reads of one plate, ready to be held against any number of listed ones. */
export interface Weighing {
  against(listed: ListedPlate): Weighed
}

/** Countries are misjudged in about one read in twenty, so a different one makes a match that much less likely and never impossible. */
const wrongCountryCost = -Math.log(0.05)

/**
 * Weighs several reads of one plate for listed plates, each against the best other explanation of the same reads
 * (anpr.md 4.4). Reads that agree on another plate outvote the list; reads that differ may both come from the listed one.
 */
export function weighing(reads: readonly ReadEvidence[], modelOf: ModelOf = alwaysWorkingModel): Weighing {
  const { rarity } = modelOf()
  const ready = bySureness(reads).map((read) => readyRead(modelOf(read.cameraId), read))
  const costOf = (plate: string): number => jointCost(explainReads(ready, plate)) + rarity(plate)
  let others: readonly Other[] | undefined

  return {
    against: (listed) => {
      others ??= rankedOthers(ready, costOf)
      const explained = explainReads(ready, listed.plate)
      const weighed = explained.map(readWeighed)
      const first = weighed.find(({ how }) => how === 'exact') ?? weighed[0]
      if (first === undefined) throw new Error('A match needs at least one read')
      return { ...first, ...against(jointCost(explained), countryCost(reads, listed), others.find(({ plate }) => plate !== listed.plate)), reads: weighed }
    },
  }
}

export function weigh(reads: readonly ReadEvidence[], listed: ListedPlate, modelOf: ModelOf = alwaysWorkingModel): Weighed {
  return weighing(reads, modelOf).against(listed)
}

/** Where the country is another, so may the vehicle be: the same characters are issued twice (FR and IT), and that explains the reads as well. */
function against(own: number, country: number, other: Other | undefined): Pick<Weighed, 'cost' | 'otherPlate'> {
  const best = other?.cost ?? 0
  return { cost: own + country - (country > 0 ? Math.min(own, best) : best), otherPlate: other?.plate ?? '' }
}

interface Other {
  readonly plate: string
  readonly cost: number
}

/** The two best: the second stands in where the first is the listed plate itself. */
function rankedOthers(ready: readonly ReadyRead[], costOf: (plate: string) => number): readonly Other[] {
  const written = new Map(ready.flatMap(({ model, readings }) => readings.map(({ text }) => [text, model] as const)))
  return otherExplanations(written).map((plate) => ({ plate, cost: costOf(plate) })).sort((one, other) => one.cost - other.cost).slice(0, 2)
}

/** Of equally sure reads the latest, which had the most pictures to go by, comes first. */
function bySureness(reads: readonly ReadEvidence[]): readonly ReadEvidence[] {
  return reads.toReversed().sort((one, other) => (other.confidence ?? 0) - (one.confidence ?? 0))
}

/**
 * By the share of those reads that name a country which name another than the list does, beyond the share that any one country leaves wrong:
 * where reads contradict each other, some camera erred whatever the plate is.
 */
function countryCost(reads: readonly ReadEvidence[], { country }: ListedPlate): number {
  const named = reads.flatMap((read) => read.country ?? [])
  if (country === null || named.length === 0) return 0
  const naming = (one: string): number => named.filter((each) => each === one).length
  return (wrongCountryCost * (Math.max(...named.map(naming)) - naming(country))) / named.length
}

function readWeighed({ evidence, model, cost, slips, alternative }: Explained): ReadWeighed {
  const differences = slips.map(differenceOf)
  return { read: evidence, how: alternative ? 'alternative' : howOf(differences), differences, cost, model }
}

function howOf(differences: readonly Difference[]): How {
  const kinds = new Set(differences.map(({ kind }) => kind))
  if (kinds.has('other') || kinds.has('missed') || kinds.has('invented')) return 'near'
  if (kinds.has('unlisted')) return 'pattern'
  if (kinds.has('unread')) return 'unread'
  return kinds.has('confusable') ? 'confusable' : 'exact'
}
