import { announce, refuse, type Decision } from '#platform/decisions'
import type { CaseAllocated } from '../events.ts'
import type { Named } from '../penalty/penalty.ts'
import type { PenaltyCase } from './penalty-case.ts'

/** An open case always has somebody to answer for it once one person has taken it (casework.md C18). */
export function allocateCase(found: PenaltyCase | undefined, caseworker: Named): Decision<CaseAllocated> {
  if (found === undefined) return refuse('no-such-case')
  if (found.stage === 'closed') return refuse('case-closed')
  if (found.caseworkerId === caseworker.officerId) return refuse('already-theirs')
  return announce({ type: 'case-allocated', caseworker })
}
