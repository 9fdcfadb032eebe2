import { announce, refuse, type Decision } from '#platform/decisions'
import type { CaseReopened } from '../events.ts'
import type { Named } from '../penalty/penalty.ts'
import type { PenaltyCase } from './penalty-case.ts'

/** A closed case is opened again, with reasons, so that what came to light can be put right: a payment that bounced, a find corrected. */
export function reopenCase(found: PenaltyCase | undefined, { reasons, reopenedBy }: { readonly reasons: string; readonly reopenedBy: Named }): Decision<CaseReopened> {
  if (found === undefined) return refuse('no-such-case')
  if (found.stage !== 'closed') return refuse('case-not-closed')
  if (reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'case-reopened', reasons, reopenedBy })
}
