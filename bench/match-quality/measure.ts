import type { Chance } from './chance.ts'
import { shareInterval, poissonInterval } from './intervals.ts'
import { passageOf, readsPerPassage, withConfidence, type BenchRead, type Cameras } from './passages.ts'
import type { Policy } from './policies.ts'
import { aVehicle, type Vehicle } from './traffic.ts'

/** False alerts per million innocent passages at which recall is read off. */
export const wantedPerMillion = [10, 100, 1000] as const

export interface Sizes {
  readonly innocent: number
  readonly listed: number
}

export interface Result {
  readonly cameras: string
  readonly policy: string
  readonly reads: number
  /** undefined for a rule that cannot be set. */
  readonly wanted: number | undefined
  readonly costMax: number | undefined
  readonly recall: number
  readonly recallInterval: readonly [number, number]
  readonly falseAlerts: number
  /** Per million passages. */
  readonly falseInterval: readonly [number, number]
}

interface Scores {
  readonly innocent: number[]
  readonly own: number[]
}

export interface Measuring {
  readonly name: string
  readonly cameras: Cameras
  readonly policies: readonly Policy[]
  readonly onList: readonly Vehicle[]
  readonly sizes: Sizes
  readonly by: Chance
}

/** Every policy sees the same passages, each with its first read, its first two and all three. */
export function measure({ name, cameras, policies, onList, sizes, by }: Measuring): readonly Result[] {
  const isListed = new Set(onList.map(({ plate }) => plate))
  const scores = policies.map(() => Array.from({ length: readsPerPassage }, (): Scores => ({ innocent: [], own: [] })))
  const score = (vehicle: Vehicle, keep: (into: Scores, scored: { any: number; own: number }) => void): void => {
    const plain = passageOf(vehicle, cameras, by)
    const sure = withConfidence(plain, vehicle.plate, by)
    for (const [which, policy] of policies.entries()) {
      const reads: readonly BenchRead[] = policy.sureReads ? sure : plain
      for (const [at, into] of (scores[which] ?? []).entries()) keep(into, policy.score(reads.slice(0, at + 1), vehicle.plate))
    }
  }
  for (let each = 0; each < sizes.listed; each += 1) score(by.one(onList), (into, { own }) => into.own.push(own))
  for (let each = 0; each < sizes.innocent;) {
    const vehicle = aVehicle(by)
    if (isListed.has(vehicle.plate)) continue
    each += 1
    score(vehicle, (into, { any }) => {
      if (Number.isFinite(any)) into.innocent.push(any)
    })
  }
  return policies.flatMap((policy, which) => (scores[which] ?? []).flatMap((each, at) => resultsOf(policy, each, sizes).map((result) => ({ cameras: name, policy: policy.name, reads: at + 1, ...result }))))
}

function resultsOf({ tunable }: Policy, { innocent, own }: Scores, sizes: Sizes): readonly Omit<Result, 'cameras' | 'policy' | 'reads'>[] {
  if (!tunable) return [resultAt(Number.MAX_VALUE, undefined, { innocent, own }, sizes)]
  const sorted = innocent.toSorted((one, other) => one - other)
  return wantedPerMillion.map((wanted) => {
    const allowed = Math.floor((wanted * sizes.innocent) / 1_000_000)
    // The highest cost that lets no more than the allowed number through; nothing alerts at or above the next innocent.
    const next = sorted[allowed] ?? Number.POSITIVE_INFINITY
    return resultAt(next, wanted, { innocent, own }, sizes)
  })
}

function resultAt(below: number, wanted: number | undefined, { innocent, own }: Scores, sizes: Sizes): Omit<Result, 'cameras' | 'policy' | 'reads'> {
  const found = own.filter((cost) => cost < below).length
  const falseAlerts = innocent.filter((cost) => cost < below).length
  const perMillion = ([low, high]: readonly [number, number]): readonly [number, number] => [(low * 1e6) / sizes.innocent, (high * 1e6) / sizes.innocent]
  return {
    wanted, costMax: wanted === undefined || !Number.isFinite(below) ? undefined : below,
    recall: found / own.length, recallInterval: shareInterval(found, own.length),
    falseAlerts, falseInterval: perMillion(poissonInterval(falseAlerts)),
  }
}
