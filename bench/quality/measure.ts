import type { Chance } from './chance.ts'
import { shareInterval, poissonInterval } from './intervals.ts'
import { passageOf, readsPerPassage, withConfidence, type BenchRead, type Cameras } from './passages.ts'
import type { Policy, Scored } from './policies.ts'
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
  /** Per million; or as many as the exact rule has on the same reads, which innocent vehicles misread into a listed plate make a floor of. */
  readonly wanted: number | 'as exact' | 'as it is'
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
  /** Whether anything listed is near enough to be weighed at all: nine innocent vehicles in ten need no policy to be asked. */
  readonly anyNear: (reads: readonly BenchRead[]) => boolean
  readonly sizes: Sizes
  readonly by: Chance
}

/** Every policy sees the same passages; the first is the exact rule. Each passage is judged by its first read, its first two and all three. */
export function measure({ name, cameras, policies, onList, anyNear, sizes, by }: Measuring): readonly Result[] {
  const scores = policies.map(() => Array.from({ length: readsPerPassage }, (): Scores => ({ innocent: [], own: [] })))
  const score = ({ plain, sure }: Passage, real: string, keep: (into: Scores, scored: Scored) => void): void => {
    for (const [which, policy] of policies.entries()) {
      const reads = policy.sureReads ? sure : plain
      for (const [at, into] of (scores[which] ?? []).entries()) keep(into, policy.score(reads.slice(0, at + 1), real))
    }
  }
  for (let each = 0; each < sizes.listed; each += 1) {
    const vehicle = by.one(onList)
    score(passing(vehicle, cameras, by), vehicle.plate, (into, { own }) => into.own.push(own))
  }
  for (const vehicle of innocents(onList, sizes.innocent, by)) {
    const passage = passing(vehicle, cameras, by)
    if (!anyNear(passage.sure)) continue
    score(passage, vehicle.plate, (into, { any }) => {
      if (Number.isFinite(any)) into.innocent.push(any)
    })
  }
  const ofExact = (at: number): number => scores[0]?.[at]?.innocent.length ?? 0
  return policies.flatMap((policy, which) => (scores[which] ?? []).flatMap((each, at) => resultsOf(policy, each, { sizes, ofExact: ofExact(at) }).map((result) => ({ cameras: name, policy: policy.name, reads: at + 1, ...result }))))
}

interface Passage {
  readonly plain: readonly BenchRead[]
  /** The same reads from cameras that say how sure they are: all that the plain ones say, and more. */
  readonly sure: readonly BenchRead[]
}

function passing(vehicle: Vehicle, cameras: Cameras, by: Chance): Passage {
  const plain = passageOf(vehicle, cameras, by)
  return { plain, sure: withConfidence(plain, vehicle.plate, by) }
}

function* innocents(onList: readonly Vehicle[], count: number, by: Chance): Generator<Vehicle, void, undefined> {
  const isListed = new Set(onList.map(({ plate }) => plate))
  for (let each = 0; each < count;) {
    const vehicle = aVehicle(by)
    if (isListed.has(vehicle.plate)) continue
    each += 1
    yield vehicle
  }
}

function resultsOf({ tunable }: Policy, scores: Scores, { sizes, ofExact }: { sizes: Sizes; ofExact: number }): readonly Omit<Result, 'cameras' | 'policy' | 'reads'>[] {
  if (!tunable) return [resultAt(Number.MAX_VALUE, 'as it is', scores, sizes)]
  const sorted = scores.innocent.toSorted((one, other) => one - other)
  // The highest cost that lets no more than the allowed number through: nothing alerts at or above the next innocent.
  const below = (allowed: number): number => sorted[allowed] ?? Number.POSITIVE_INFINITY
  return [
    resultAt(below(ofExact), 'as exact', scores, sizes),
    ...wantedPerMillion.map((wanted) => resultAt(below(Math.floor((wanted * sizes.innocent) / 1_000_000)), wanted, scores, sizes)),
  ]
}

function resultAt(below: number, wanted: Result['wanted'], { innocent, own }: Scores, sizes: Sizes): Omit<Result, 'cameras' | 'policy' | 'reads'> {
  const found = own.filter((cost) => cost < below).length
  const falseAlerts = innocent.filter((cost) => cost < below).length
  const perMillion = ([low, high]: readonly [number, number]): readonly [number, number] => [(low * 1e6) / sizes.innocent, (high * 1e6) / sizes.innocent]
  return {
    wanted, costMax: wanted === 'as it is' || !Number.isFinite(below) ? undefined : below,
    recall: found / own.length, recallInterval: shareInterval(found, own.length),
    falseAlerts, falseInterval: perMillion(poissonInterval(falseAlerts)),
  }
}
