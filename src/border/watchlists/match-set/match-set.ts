import { buildBase } from '../plate-index/build-base.ts'
import { addPart, fittingParts, knownInPart, removePart, type KnownInPart } from '../plate-index/known-in-part.ts'
import { farPlatesMax } from '../plate-index/limits.ts'
import { nearPlates, type Probe } from '../plate-index/near-plates.ts'
import { fits } from '../plate-index/packed-plates.ts'
import { addForBase, addPlate, orderBase, plateIndex, removePlate, takeBase, type PlateIndex } from '../plate-index/plate-index.ts'
import type { ErrorModel } from '../reading-errors/error-model.ts'
import type { ListedPlate } from './evidence.ts'
import { entriesPerStep, weighedCostMax } from './limits.ts'

/**
 * Everything listed now, ready to be asked. An entry is listed or taken off between two reads and holds for the next; the tables that
 * millions of plates are found by are built elsewhere and swapped.
 */
export interface MatchSet<Listed extends ListedPlate = ListedPlate> {
  readonly size: number
  readonly indexes: Indexes
  readonly shelves: Shelves<Listed>
  /** Which version of the lists is held, where that is known: every change up to it is in the set, and perhaps some after it. */
  version: number | null
  /** Where each entry stands, by its id. */
  readonly standing: Map<string, Standing>
}

interface Indexes {
  /** Most plates: found one edit away. */
  readonly near: PlateIndex
  /** Those looked for harder: found two edits away. */
  readonly far: PlateIndex
  readonly parts: KnownInPart
}

type Shelf = keyof Indexes

/** What is listed at each place of each index. */
type Shelves<Listed> = Readonly<Record<Shelf, (Listed | undefined)[]>>

interface Standing {
  readonly shelf: Shelf
  readonly place: number
}

/** The set of a whole list, built here and now. */
export function buildMatchSet<Listed extends ListedPlate>(all: readonly Listed[]): MatchSet<Listed> {
  const set = emptyMatchSet<Listed>()
  for (const listed of all) stand(set, listed, addForBase)
  for (const index of [set.indexes.near, set.indexes.far]) takeBase(index, buildBase(orderBase(index)), 0)
  return set
}

/** Takes in a long list, a few entries at a time so that others have their turn. They are found when its bases have been built. */
export function* listInSteps<Listed extends ListedPlate>(set: MatchSet<Listed>, all: readonly Listed[]): Generator<undefined, void, undefined> {
  for (const [at, listed] of all.entries()) {
    stand(set, listed, addForBase)
    if ((at + 1) % entriesPerStep === 0) yield
  }
}

export function emptyMatchSet<Listed extends ListedPlate>(): MatchSet<Listed> {
  const standing = new Map<string, Standing>()
  return {
    get size() {
      return standing.size
    },
    version: null,
    indexes: { near: plateIndex(1), far: plateIndex(2), parts: knownInPart() },
    shelves: { near: [], far: [], parts: [] },
    standing,
  }
}

/** Lists the entry, or takes what has changed of it; the next read may match it. */
export function list<Listed extends ListedPlate>(set: MatchSet<Listed>, listed: Listed): void {
  const before = set.standing.get(listed.entryId)
  const known = before && set.shelves[before.shelf][before.place]
  if (before !== undefined && known?.plate === listed.plate && shelfOf(set, listed) === before.shelf) {
    set.shelves[before.shelf][before.place] = listed
    return
  }
  unlist(set, listed.entryId)
  stand(set, listed, addPlate)
}

/** Takes the entry off the list; no later read matches it. */
export function unlist<Listed extends ListedPlate>({ standing, shelves, indexes }: MatchSet<Listed>, entryId: string): void {
  const before = standing.get(entryId)
  if (before === undefined) return
  const { shelf, place } = before
  standing.delete(entryId)
  shelves[shelf][place] = undefined
  if (shelf === 'parts') removePart(indexes.parts, place)
  else removePlate(indexes[shelf], place)
}

export function everyListed<Listed extends ListedPlate>({ standing, shelves }: MatchSet<Listed>): readonly Listed[] {
  return [...standing.values()].flatMap(({ shelf, place }) => shelves[shelf][place] ?? [])
}

/** One read, with the model of who wrote it. */
export interface ModelledProbe extends Probe {
  readonly model: ErrorModel
}

/** Everything listed that one of these texts may be, for somebody else to weigh. */
export function listedNear<Listed extends ListedPlate>({ indexes, shelves }: MatchSet<Listed>, probes: readonly ModelledProbe[]): ReadonlySet<Listed> {
  const near = new Set<Listed>()
  const take = (shelf: Shelf, place: number): void => {
    const listed = shelves[shelf][place]
    if (listed !== undefined) near.add(listed)
  }
  for (const probe of probes) {
    const within = { model: probe.model, costMax: weighedCostMax }
    for (const { place } of nearPlates(indexes.near, probe, within)) take('near', place)
    for (const { place } of nearPlates(indexes.far, probe, within)) take('far', place)
    for (const place of fittingParts(indexes.parts, probe.plate)) take('parts', place)
  }
  return near
}

function stand<Listed extends ListedPlate>(set: MatchSet<Listed>, listed: Listed, add: (index: PlateIndex, plate: string) => number): void {
  const shelf = shelfOf(set, listed)
  const place = shelf === 'parts' ? addPart(set.indexes.parts, listed.plate) : add(set.indexes[shelf], listed.plate)
  set.shelves[shelf][place] = listed
  set.standing.set(listed.entryId, { shelf, place })
}

function shelfOf({ indexes: { far } }: MatchSet, { plate, editsMax }: ListedPlate): Shelf {
  if (!fits(plate)) return 'parts'
  return editsMax === 2 && far.plates.size < farPlatesMax ? 'far' : 'near'
}
