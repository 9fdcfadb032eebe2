import type { Plate } from '#values'
import type { ListedPlate, ReadEvidence } from '../match-set/evidence.ts'
import { weighing } from '../match-set/weigh.ts'
import { alertCostMax } from '../limits.ts'
import type { ErrorModel } from '../reading-errors/error-model.ts'
import type { LikelyTraffic } from './likely-traffic.ts'
import { estimateCostMin, estimateSteps, likelyReadMin } from './limits.ts'
import { chanceOfReading, misreadsOf } from './misreads-of.ts'

/** What a setting of one tier of a list comes to, told for one read of each vehicle. */
export interface TierEstimate {
  /** Vehicles that have nothing to do with the list and would be taken for one of it, per million that pass. */
  falsePerMillion(costMax: number): number
  /** The share of listed vehicles that would be told of at their first read. */
  recall(costMax: number): number
  /** The highest cost that keeps to so many false alerts. */
  costMaxFor(perMillion: number): number
}

export interface Estimate {
  /** Only reads that are a listed plate to the letter. */
  readonly certain: TierEstimate
  readonly probable: TierEstimate
}

export interface Sampled {
  readonly model: ErrorModel
  readonly traffic: LikelyTraffic
  /** Vehicles of the list, taken at random where it is long. */
  readonly sample: readonly ListedPlate[]
  /** How many there are on it altogether. */
  readonly listed: number
}

interface Bins {
  readonly falseAlerts: Float64Array
  readonly found: Float64Array
}

interface BinsOfTiers {
  readonly exact: Bins
  readonly all: Bins
}

const binWidth = (alertCostMax - estimateCostMin) / estimateSteps

/**
 * Goes through every way in which one read can come near a listed plate, and weighs each by how often the traffic brings it: far more telling
 * than waiting for such vehicles to pass, of which there are ten in a million. Yields after each listed plate, so that others have their turn.
 */
export function* estimating({ model, traffic, sample, listed }: Sampled): Generator<undefined, Estimate, undefined> {
  const bins: BinsOfTiers = { exact: emptyBins(), all: emptyBins() }
  for (const one of sample) {
    weighSurroundings(bins, one, { model, traffic })
    yield
  }
  return { certain: tierEstimate(bins.exact, sample.length, listed), probable: tierEstimate(bins.all, sample.length, listed) }
}

function emptyBins(): Bins {
  return { falseAlerts: new Float64Array(estimateSteps + 2), found: new Float64Array(estimateSteps + 2) }
}

function tierEstimate({ falseAlerts, found }: Bins, sampled: number, listed: number): TierEstimate {
  const [falseUpTo, foundUpTo] = [runningSums(falseAlerts, (1_000_000 * listed) / Math.max(1, sampled)), runningSums(found, 1 / Math.max(1, sampled))]
  const at = (sums: Float64Array, costMax: number): number => sums[Math.min(estimateSteps, binOf(costMax))] ?? 0
  return {
    falsePerMillion: (costMax) => at(falseUpTo, costMax),
    recall: (costMax) => at(foundUpTo, costMax),
    costMaxFor: (perMillion) => {
      let bin = estimateSteps
      while (bin > 0 && (falseUpTo[bin] ?? 0) > perMillion) bin -= 1
      return estimateCostMin + bin * binWidth
    },
  }
}

function weighSurroundings({ exact, all }: BinsOfTiers, listed: ListedPlate, { model, traffic }: Pick<Sampled, 'model' | 'traffic'>): void {
  const surroundings = misreadsOf(listed.plate)
  let mistakenForIt = 0
  for (const read of surroundings) {
    const passes = traffic.chanceOf(read)
    const misread = chanceOfReading(model, read, listed.plate)
    mistakenForIt += passes * chanceOfReading(model, listed.plate, read)
    if (passes < likelyReadMin && misread < likelyReadMin) continue
    addTo([all], weighing([aRead(read)], () => model).against(listed).cost, { passes, misread })
  }
  const right = chanceOfReading(model, listed.plate, listed.plate)
  addTo([exact, all], weighing([aRead(listed.plate)], () => model).against(listed).cost, { passes: mistakenForIt, misread: right })
}

function addTo(bins: readonly Bins[], cost: number, { passes, misread }: { passes: number; misread: number }): void {
  const bin = binOf(cost)
  for (const { falseAlerts, found } of bins) {
    falseAlerts[bin] = (falseAlerts[bin] ?? 0) + passes
    found[bin] = (found[bin] ?? 0) + misread
  }
}

function aRead(text: string): ReadEvidence {
  return { plate: text as Plate, country: null, confidence: null, characterConfidence: null, candidates: [] }
}

/** The first bin whose upper end is not below the cost; the last one for what never alerts. */
function binOf(cost: number): number {
  return Math.min(estimateSteps + 1, Math.max(0, Math.ceil((cost - estimateCostMin) / binWidth)))
}

function runningSums(bins: Float64Array, scale: number): Float64Array {
  let sum = 0
  return bins.map((each) => (sum += each) * scale)
}
