import { announce, refuse, type Decision } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { ProposalWithdrawn } from '../events.ts'
import type { Named, Penalty } from '../penalty/penalty.ts'

export interface Withdrawing {
  readonly reasons: string
  readonly withdrawnBy: Named
  readonly withdrawnOn: CalendarDate
}

/** Takes a proposal back before anybody has decided on it. A decision is never taken back this way. */
export function withdrawProposal(penalty: Penalty | undefined, withdrawing: Withdrawing): Decision<ProposalWithdrawn> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (penalty.stage === 'withdrawn') return refuse('proposal-withdrawn')
  if (penalty.stage !== 'proposed') return refuse('already-decided')
  if (withdrawing.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'proposal-withdrawn', ...withdrawing })
}
