import { announce, type Decision } from '#platform/decisions'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { CaseDecided } from '../events.ts'
import type { Penalty } from '../penalty/penalty.ts'

/** The case leaves the deciders' list with the last person decided. */
export function noteAllDecided(found: PenaltyCase | undefined, penalties: readonly Penalty[]): Decision<CaseDecided> {
  if (found?.stage !== 'proposed' || penalties.some(({ stage }) => stage === 'proposed')) return announce()
  return announce({ type: 'case-decided' })
}
