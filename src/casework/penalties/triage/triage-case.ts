import { announce, refuse, type Decision } from '#platform/decisions'
import type { PenaltyCase, Triage } from '../case/penalty-case.ts'
import type { CaseTriaged } from '../events.ts'
import type { Penalty } from '../penalty/penalty.ts'

/** Ends a case on which nobody has been decided: it is another one's twin, or there is nothing to act on. */
export function triageCase(found: PenaltyCase | undefined, penalties: readonly Penalty[], triage: Triage): Decision<CaseTriaged> {
  if (found === undefined) return refuse('no-such-case')
  if (found.stage === 'closed') return refuse('case-closed')
  if (penalties.some(({ stage }) => stage === 'proposed')) return refuse('withdraw-proposals-first')
  if (penalties.some(({ stage }) => stage !== 'withdrawn')) return refuse('decided-cases-end-otherwise')
  if (triage.reasons.trim() === '') return refuse('reasons-needed')
  if (triage.as === 'duplicate' && triage.ofCaseId === found.id) return refuse('linked-to-itself')
  return announce({ type: 'case-triaged', triage })
}
