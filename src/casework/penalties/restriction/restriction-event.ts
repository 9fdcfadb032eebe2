import type { Happening } from '#platform/decisions'
import type { Restriction } from '../case/penalty-case.ts'

/** Closed to all but some, or closed to others than before. */
export interface CaseRestricted extends Happening {
  readonly type: 'case-restricted'
  readonly restricted: Restriction
}

export interface CaseOpenedToAll extends Happening {
  readonly type: 'case-opened-to-all'
  readonly reasons: string
}
