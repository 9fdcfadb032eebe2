import { powerToPenalise } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { NoPenaltyDecided } from '../events.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { notOpenToDecide, type Deciding } from './decide-penalty.ts'

/** The power is "may require": an officer can always decide not to, and says why (operations.md N15). */
export function decideNoPenalty(penalty: Penalty | undefined, deciding: Omit<Deciding, 'amountPence' | 'othersPence' | 'selfReportOverride' | 'isBarred'>): Decision<NoPenaltyDecided> {
  if (penalty === undefined) return refuse('no-such-penalty')
  const refusal = notOpenToDecide(penalty, deciding)
  if (refusal !== undefined) return refusal

  const { reasons, readings, decidedBy, decidedOn, evidence } = deciding
  return announce({ type: 'no-penalty-decided', reasons, readings, decidedBy, decidedOn, ...(evidence === undefined ? {} : { evidence }), under: [powerToPenalise(penalty.section)] })
}
