import type { Database, Notice } from '#platform/database'
import type { Port } from '#values'
import { tiersByDefault } from '../limits.ts'
import type { ModelOf } from '../reading-errors/error-model.ts'
import { allTiers } from './list-tiers.store.ts'
import { matrixFor, modelOfMatrix, type Matrix } from './matrix.ts'
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
  const byList = new Map(tiers.map((each) => [each.listId, each]))
  return {
    modelOf: modelsAt(port, matrices),
    tiersOf: (listId) => byList.get(listId) ?? tiersByDefault,
  }
}

/** Each model is made once, when the tuning is read, so that weighing a read only looks it up. */
function modelsAt(port: Port | null, matrices: readonly Matrix[]): ModelOf {
  const others = modelOfMatrix(matrixFor({ port, camera: null }, matrices), matrices)
  const cameras = new Set(matrices.flatMap((matrix) => (matrix.port === port && matrix.camera !== null ? [matrix.camera] : [])))
  const own = new Map([...cameras].map((camera) => [camera, modelOfMatrix(matrixFor({ port, camera }, matrices), matrices)]))
  return (cameraId) => (cameraId === undefined ? others : own.get(cameraId) ?? others)
}
