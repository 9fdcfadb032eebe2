import type { Plate } from '#values'
import { alertCostMax } from '../limits.ts'
import { workingModel, type ErrorModel } from '../reading-errors/error-model.ts'
import type { ListedPlate, ReadEvidence } from './evidence.ts'
import { fold, withDeletions } from './fold.ts'
import { entriesPerStep } from './limits.ts'
import { weighing, type Weighed } from './weigh.ts'

/** Everything listed at one moment, ready to be asked. Never changed: a new one is built and takes its place. */
export interface MatchSet<Listed extends ListedPlate = ListedPlate> {
  readonly size: number
  /** Folded plates and their single deletions, each to the listed plates that have it. */
  readonly byKey: ReadonlyMap<string, readonly Listed[]>
  /** Plates of which the list does not know every character; few, so they are gone through one by one. */
  readonly patterns: readonly Listed[]
  readonly all: readonly Listed[]
}

export interface Match<Listed extends ListedPlate = ListedPlate> extends Weighed {
  readonly listed: Listed
}

export function buildMatchSet<Listed extends ListedPlate>(all: readonly Listed[]): MatchSet<Listed> {
  const building = buildInSteps(all)
  for (;;) {
    const step = building.next()
    if (step.done) return step.value
  }
}

/** Pauses after every so many entries, so that whoever builds the set of a long list can let others have their turn. */
export function* buildInSteps<Listed extends ListedPlate>(all: readonly Listed[]): Generator<undefined, MatchSet<Listed>, undefined> {
  const byKey = new Map<string, Listed[]>()
  const patterns: Listed[] = []
  for (const [place, listed] of all.entries()) {
    if (listed.plate.includes('#')) patterns.push(listed)
    else addTo(byKey, listed)
    if ((place + 1) % entriesPerStep === 0) yield
  }
  return { size: all.length, byKey, patterns, all }
}

function addTo<Listed extends ListedPlate>(byKey: Map<string, Listed[]>, listed: Listed): void {
  for (const key of withDeletions(fold(listed.plate))) {
    const bucket = byKey.get(key)
    if (bucket === undefined) byKey.set(key, [listed])
    else bucket.push(listed)
  }
}

/** The listed plates that these reads of one plate may be, the surest first. */
export function matchesOf<Listed extends ListedPlate>(set: MatchSet<Listed>, reads: readonly ReadEvidence[], model: ErrorModel = workingModel): readonly Match<Listed>[] {
  const weighed = weighing(reads, model)
  return [...likely(set, reads)]
    .map((listed) => ({ listed, ...weighed.against(listed) }))
    .filter(({ cost }) => cost <= alertCostMax)
    .sort((one, other) => one.cost - other.cost)
}

/** What is worth weighing: everything one edit away, after folding, from what was read or from the camera's other readings. */
function likely<Listed extends ListedPlate>(set: MatchSet<Listed>, reads: readonly ReadEvidence[]): ReadonlySet<Listed> {
  const found = new Set<Listed>()
  const texts = new Set(reads.flatMap(({ plate, candidates }) => [plate, ...candidates.map((candidate) => candidate.plate)]))
  for (const text of texts) {
    for (const key of withDeletions(fold(text))) set.byKey.get(key)?.forEach((listed) => found.add(listed))
    for (const listed of oneByOne(set, text)) found.add(listed)
  }
  return found
}

/** Two unread characters are two edits, which the keys do not reach; such reads are rare enough to go through the list. */
function oneByOne<Listed extends ListedPlate>(set: MatchSet<Listed>, text: Plate): readonly Listed[] {
  const pool = unreadCount(text) === 2 ? set.all : set.patterns
  return pool.filter(({ plate }) => plate.length === text.length)
}

function unreadCount(text: string): number {
  return text.split('#').length - 1
}
