import { readingCost, type Alignment, type Difference } from './reading-cost.ts'
import type { ListedPlate, ReadEvidence } from './evidence.ts'

/** How the listed plate was recognised in the read; the worst difference names it. */
export type How = 'exact' | 'confusable' | 'alternative' | 'unread' | 'pattern' | 'near'

export interface Weighed {
  /** The surest of the reads: the one that `how` and `differences` speak of. */
  readonly read: ReadEvidence
  readonly how: How
  readonly differences: readonly Difference[]
  /** Natural log of how much better the plate as read explains the evidence than the listed plate does; 0 when they are one. */
  readonly cost: number
}

/** Countries are misjudged in about one read in twenty, so a different one makes a match that much less likely and never impossible. */
const wrongCountryCost = -Math.log(0.05)

/** A camera's second reading is worth this less than its first, and less again as the gap in its own confidence grows. */
const alternativeCost = 2
const alternativeCostPerGap = 10

/**
 * Weighs several reads of one plate for one listed plate, against the best other explanation of the same reads:
 * that one of the plates as read is the true one (anpr.md 4.4). Reads that agree on another plate outvote the list.
 */
export function weigh(reads: readonly ReadEvidence[], listed: ListedPlate): Weighed {
  const read = surest(reads)
  const { how, differences } = explained(read, listed.plate)
  const otherCost = Math.min(...reads.map(({ plate }) => costOfAll(reads, plate)))
  const country = reads.some((one) => differs(one.country, listed.country)) ? wrongCountryCost : 0
  return { read, how, differences, cost: Math.max(0, costOfAll(reads, listed.plate) - otherCost) + country }
}

function costOfAll(reads: readonly ReadEvidence[], plate: string): number {
  return reads.reduce((sum, read) => sum + explained(read, plate).cost, 0)
}

/** Of equally sure reads the latest, which had the most pictures to go by. */
function surest(reads: readonly ReadEvidence[]): ReadEvidence {
  const [first, ...others] = reads
  if (first === undefined) throw new Error('A match needs at least one read')
  return others.reduce((best, read) => ((read.confidence ?? 0) >= (best.confidence ?? 0) ? read : best), first)
}

interface Explained extends Alignment {
  readonly how: How
}

/** The cheapest way in which this one read came from that plate: misread outright, or right among the camera's other readings. */
function explained(read: ReadEvidence, plate: string): Explained {
  const outright = readingCost(read, plate)
  const asRead: Explained = { ...outright, how: howOf(outright.differences) }
  return read.candidates.reduce<Explained>((best, candidate) => {
    if (candidate.plate !== plate || plate === read.plate) return best
    const cost = ownCost(read) + alternativeCost + alternativeCostPerGap * confidenceGap(read, candidate.confidence)
    return cost < best.cost ? { cost, differences: outright.differences, how: 'alternative' } : best
  }, asRead)
}

function ownCost(read: ReadEvidence): number {
  return readingCost(read, read.plate).cost
}

function confidenceGap({ confidence }: ReadEvidence, candidate: number | null): number {
  return confidence === null || candidate === null ? 0 : Math.max(0, confidence - candidate)
}

function differs(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other
}

function howOf(differences: readonly Difference[]): How {
  const kinds = new Set(differences.map(({ kind }) => kind))
  if (kinds.has('other') || kinds.has('missed') || kinds.has('invented')) return 'near'
  if (kinds.has('unlisted')) return 'pattern'
  if (kinds.has('unread')) return 'unread'
  return kinds.has('confusable') ? 'confusable' : 'exact'
}
