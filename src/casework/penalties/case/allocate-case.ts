import { announce, refuse, type Decision } from '#platform/decisions'
import type { CaseAllocated } from '../events.ts'
import type { Named } from '../penalty/penalty.ts'
import type { PenaltyCase } from './penalty-case.ts'

/** To whom, in which way, and why where it is somebody else who says so. */
export interface Allocating {
  readonly to: Named
  readonly how: NonNullable<CaseAllocated['how']>
  readonly reasons?: string
}

/** An open case always has somebody to answer for it once one person has taken it (casework.md C18). */
export function allocateCase(found: PenaltyCase | undefined, { to, how, reasons }: Allocating): Decision<CaseAllocated> {
  if (found === undefined) return refuse('no-such-case')
  if (found.stage === 'closed') return refuse('case-closed')
  if (found.restricted !== null && !found.restricted.to.some(({ officerId }) => officerId === to.officerId)) return refuse('not-open-to-them')
  if (found.caseworkerId === to.officerId) return refuse('already-theirs')
  // Two who press at once: the second is told, and does not take it from the first unawares.
  if ((how === 'next-case' || how === 'shared-out') && found.caseworkerId !== null) return refuse('taken-meanwhile')
  return announce({ type: 'case-allocated', caseworker: to, how, ...(reasons === undefined ? {} : { reasons }) })
}
