import { buildBase } from '../plate-index/build-base.ts'
import { buildBaseApart } from '../plate-index/build-base-apart.feed.ts'
import { orderBase, takeBase, wantsBase, type PlateIndex } from '../plate-index/plate-index.ts'
import { builtHereMax } from './limits.ts'
import type { MatchSet } from './match-set.ts'

/** Builds what a list just taken in is found by. */
export async function buildBases({ indexes: { near, far } }: MatchSet): Promise<void> {
  await Promise.all([near, far].map(renew))
}

const renewing = new WeakSet<PlateIndex>()

/**
 * Where much has been added since, begins to build a new base and puts it in the old one's place when it is done. Reads and
 * changes go on meanwhile. If that fails nothing is lost but some speed, and the next change begins it again.
 */
export function renewBases({ indexes: { near, far } }: MatchSet): void {
  for (const index of [near, far].filter((each) => wantsBase(each) && !renewing.has(each))) {
    renewing.add(index)
    renew(index).catch(() => {}).finally(() => renewing.delete(index))
  }
}

async function renew(index: PlateIndex): Promise<void> {
  const before = index.recentPlaces.length
  const order = orderBase(index)
  takeBase(index, index.plates.size > builtHereMax ? await buildBaseApart(order) : buildBase(order), before)
}
