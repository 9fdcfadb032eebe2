import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** What came of letting a file in. */
export interface ImportRun {
  readonly by: Named
  readonly on: CalendarDate
  readonly cases: number
  readonly penalties: number
  readonly leftOut: number
}

/** A file of old cases. One person brings it, another lets it in: it writes decisions and money by the hundred. */
export interface ImportBatch {
  readonly id: string
  readonly name: string
  /** The system or archive the cases come from, as it is named on each of them. */
  readonly source: string
  readonly sha256: string
  readonly broughtBy: Named
  readonly broughtOn: CalendarDate
  readonly run: ImportRun | null
}

export interface ImportBrought extends Happening, Omit<ImportBatch, 'id' | 'run'> {
  readonly type: 'import-brought'
  readonly batchId: string
}

export interface ImportLetIn extends Happening {
  readonly type: 'import-let-in'
  readonly run: ImportRun
}

export type ImportEvent = ImportBrought | ImportLetIn

export function evolveImport(state: ImportBatch | undefined, event: ImportEvent): ImportBatch {
  if (event.type === 'import-brought') {
    const { batchId, name, source, sha256, broughtBy, broughtOn } = event
    return { id: batchId, name, source, sha256, broughtBy, broughtOn, run: null }
  }
  if (state === undefined) throw new Error(`A file cannot begin with ${event.type}`)
  return { ...state, run: event.run }
}

export function bringImport(same: ImportBatch | undefined, brought: Omit<ImportBrought, 'type' | 'under'>): Decision<ImportBrought> {
  return same === undefined ? announce({ type: 'import-brought', ...brought }) : refuse('file-brought-already')
}

/** Asked before anything is written, and again when it is noted that all of it is in. */
export function mayLetIn(batch: ImportBatch | undefined, officerId: string): Decision<ImportLetIn> {
  if (batch === undefined) return refuse('no-such-import')
  if (batch.run !== null) return refuse('import-is-in')
  if (batch.broughtBy.officerId === officerId) return refuse('import-brought-by-the-same-person')
  return announce()
}
