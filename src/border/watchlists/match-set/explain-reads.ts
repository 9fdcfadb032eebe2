import { placesOf } from '../reading-errors/alphabet.ts'
import type { ErrorModel } from '../reading-errors/error-model.ts'
import { readCosts, type ReadCosts } from '../reading-errors/read-costs.ts'
import type { ReadEvidence } from './evidence.ts'
import { candidatesWeighedMax } from '../reading-errors/limits.ts'
import { align, nothing, type Slip } from './reading-cost.ts'

/** A read made ready to be held against many plates. */
export interface ReadyRead {
  readonly evidence: ReadEvidence
  /** By which its errors are weighed. */
  readonly model: ErrorModel
  /** What the camera wrote, then what else it thought it might be. */
  readonly readings: readonly Reading[]
}

interface Reading {
  readonly text: string
  readonly costs: ReadCosts
  /** What it costs that the camera did not write this one. */
  readonly passedOver: number
}

/** How one read came from one plate. */
export interface Explained extends Pick<ReadyRead, 'evidence' | 'model'> {
  readonly cost: number
  readonly slips: readonly Slip[]
  /** The camera's other reading that the plate explains better than the one it wrote. */
  readonly alternative: boolean
}

/** A camera's second reading is worth this less than its first, and less again as the gap in its own confidence grows. */
const alternativeCost = 2
const alternativeCostPerGap = 10

/**
 * How often what one read got wrong the other gets wrong in the same way, because a screw, dirt or tape is the cause. Two cameras see the
 * plate under two angles; one camera sees the same picture again.
 */
const sharedByTwoCameras = 0.3
const sharedByOneCamera = 0.7

export function readyRead(model: ErrorModel, evidence: ReadEvidence): ReadyRead {
  const { plate, candidates, confidence, characterConfidence } = evidence
  const written: Reading = { text: plate, costs: readCosts(model, plate, characterConfidence), passedOver: 0 }
  const others = candidates.slice(0, candidatesWeighedMax).filter((candidate) => candidate.plate !== plate).map((candidate): Reading => {
    const gap = confidence === null || candidate.confidence === null ? 0 : Math.max(0, confidence - candidate.confidence)
    return { text: candidate.plate, costs: readCosts(model, candidate.plate, null), passedOver: alternativeCost + alternativeCostPerGap * gap }
  })
  return { evidence, model, readings: [written, ...others] }
}

/** How each read came from this plate, each in its cheapest way. */
export function explainReads(reads: readonly ReadyRead[], plate: string): readonly Explained[] {
  const places = placesOf(plate)
  return reads.map(({ evidence, model, readings }) => {
    let best: Explained | undefined
    for (const { text, costs, passedOver } of readings) {
      // What comes out of nothing for less than this has been found already.
      if (best !== undefined && passedOver >= best.cost) continue
      const { cost, slips } = text === plate ? asItIs(costs) : align(model, costs, places)
      if (best === undefined || cost + passedOver < best.cost) best = { evidence, model, cost: cost + passedOver, slips, alternative: passedOver > 0 }
    }
    if (best === undefined) throw new Error('A read has at least what the camera wrote')
    return best
  })
}

function asItIs({ right }: ReadCosts): { readonly cost: number; readonly slips: readonly Slip[] } {
  return { cost: right.reduce((sum, each) => sum + each, 0), slips: [] }
}

/**
 * The cost of all reads together. An error that an earlier read showed too is no second surprise: with the chance that the
 * cause is shared it comes for nothing, and only otherwise is it an error of its own.
 */
export function jointCost(explained: readonly Explained[]): number {
  let total = 0
  for (const [at, { evidence, cost, slips }] of explained.entries()) {
    total += cost
    for (const slip of slips) total -= slip.cost - costAfter(slip, evidence, explained.slice(0, at))
  }
  return total
}

function costAfter(slip: Slip, { cameraId }: ReadEvidence, earlier: readonly Explained[]): number {
  const same = earlier.filter(({ slips }) => slips.some((other) => isSameSlip(other, slip)))
  if (same.length === 0) return slip.cost
  const byOneCamera = cameraId !== undefined && same.some(({ evidence }) => evidence.cameraId === cameraId)
  const shared = byOneCamera ? sharedByOneCamera : sharedByTwoCameras
  return Math.min(slip.cost, -Math.log(shared + (1 - shared) * Math.exp(-slip.cost)))
}

function isSameSlip(one: Slip, other: Slip): boolean {
  return one.position === other.position && one.listed === other.listed && one.read === other.read && (one.listed !== nothing || one.read !== nothing)
}
