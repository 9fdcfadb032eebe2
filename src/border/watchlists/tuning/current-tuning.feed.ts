import type { Database, Notice } from '#platform/database'
import type { Port } from '#values'
import { tiersByDefault } from '../limits.ts'
import { learnedModel } from '../reading-errors/confusion-counts.ts'
import { workingModel } from '../reading-errors/error-model.ts'
import { allTiers } from './list-tiers.store.ts'
import { matrixFor } from './matrix.ts'
import { allMatrices } from './matrix.store.ts'
import type { Tuning } from './tuning.ts'

/** Where changes are heard; `undefined` means that some were missed. */
interface Hearing {
  subscribe(hear: (notice: Notice | undefined) => void): Promise<() => void>
}

export type CurrentTuning = () => Promise<Tuning>

/** The tuning in force at a port, read anew after any change to it, also one that arrived by replication. Null for the centre, which has no cameras. */
export function currentTuning(db: Database, port: Port | null, hearing: Hearing): CurrentTuning {
  let listening: Promise<unknown> | undefined
  let known: Promise<Tuning> | undefined
  const hear = (notice: Notice | undefined): void => {
    if (notice === undefined || notice.topic === 'watchlist-tuning') known = undefined
  }
  return async () => {
    listening ??= hearing.subscribe(hear)
    await listening.catch((fault: unknown) => {
      listening = undefined
      throw fault
    })
    const asked = known ?? readTuning(db, port)
    known = asked
    return asked.catch((fault: unknown) => {
      if (known === asked) known = undefined
      throw fault
    })
  }
}

export async function readTuning(db: Database, port: Port | null): Promise<Tuning> {
  const [matrices, tiers] = await Promise.all([allMatrices(db), allTiers(db)])
  const matrix = matrixFor(port, matrices)
  const byList = new Map(tiers.map((each) => [each.listId, each]))
  return {
    model: matrix === undefined ? workingModel : learnedModel(matrix.version, matrix.counts),
    tiersOf: (listId) => byList.get(listId) ?? tiersByDefault,
  }
}
