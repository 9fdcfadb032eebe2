import { announce, type Decision } from '#platform/decisions'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { AssessmentWithdrawn, CaseDecided, CasePartlyDecided } from '../events.ts'
import { isDecided, toProposeAgain, type Penalty } from '../penalty/penalty.ts'

/** Keeps the case's stage with its persons: it leaves the deciders' list with the last one decided, and goes back when nothing is left to decide. */
export function noteDecisions(found: PenaltyCase | undefined, penalties: readonly Penalty[]): Decision<AssessmentWithdrawn | CaseDecided | CasePartlyDecided> {
  if (found?.stage !== 'proposed' && found?.stage !== 'part-decided') return announce()
  const isAnyoneDecided = penalties.some(isDecided)
  const isProposed = penalties.some(({ stage }) => stage === 'proposed')
  if (isAnyoneDecided && !isProposed && toProposeAgain(penalties).length === 0) return announce({ type: 'case-decided' })
  if (isAnyoneDecided) return found.stage === 'proposed' ? announce({ type: 'case-partly-decided' }) : announce()
  return isProposed ? announce() : announce({ type: 'assessment-withdrawn' })
}
