import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import type { By, CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** Who said that a file may come in, and why: from then on its cases come in one after another. */
export interface ImportAgreed {
  readonly by: Named
  readonly role: By['role']
  readonly on: CalendarDate
  readonly because: string
}

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
  readonly agreed: ImportAgreed | null
  readonly run: ImportRun | null
}

export interface ImportBrought extends Happening, Omit<ImportBatch, 'id' | 'agreed' | 'run'> {
  readonly type: 'import-brought'
  readonly batchId: string
}

export interface ImportAgreedTo extends Happening {
  readonly type: 'import-agreed-to'
  readonly agreed: ImportAgreed
}

export interface ImportLetIn extends Happening {
  readonly type: 'import-let-in'
  readonly run: ImportRun
}

export type ImportEvent = ImportBrought | ImportAgreedTo | ImportLetIn

export function evolveImport(state: ImportBatch | undefined, event: ImportEvent): ImportBatch {
  if (event.type === 'import-brought') {
    const { batchId, name, source, sha256, broughtBy, broughtOn } = event
    return { id: batchId, name, source, sha256, broughtBy, broughtOn, agreed: null, run: null }
  }
  if (state === undefined) throw new Error(`A file cannot begin with ${event.type}`)
  return event.type === 'import-agreed-to' ? { ...state, agreed: event.agreed } : { ...state, run: event.run }
}

export function bringImport(same: ImportBatch | undefined, brought: Omit<ImportBrought, 'type' | 'under'>): Decision<ImportBrought> {
  return same === undefined ? announce({ type: 'import-brought', ...brought }) : refuse('file-brought-already')
}

/** Another officer than the one who brought it says that it may come in. */
export function agreeImport(batch: ImportBatch | undefined, agreed: ImportAgreed): Decision<ImportAgreedTo> {
  if (batch === undefined) return refuse('no-such-import')
  if (batch.agreed !== null || batch.run !== null) return refuse('import-is-in')
  if (batch.broughtBy.officerId === agreed.by.officerId) return refuse('import-brought-by-the-same-person')
  return announce({ type: 'import-agreed-to', agreed })
}

/** All of it is in: said once, whoever took it up again where it broke off. */
export function endImport(batch: ImportBatch | undefined, run: ImportRun): Decision<ImportLetIn> {
  if (batch === undefined) return refuse('no-such-import')
  return batch.run === null ? announce({ type: 'import-let-in', run }) : announce()
}
