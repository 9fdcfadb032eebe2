import { powerToPenalise } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import { noPence, type CalendarDate, type Pence } from '#values'
import type { PenaltyCancelled, PenaltyReduced } from '../events.ts'
import { noticeInForce, type Penalty } from '../penalty/penalty.ts'

export interface Correcting {
  readonly fromPence: Pence
  readonly toPence: Pence
  readonly reasons: string
  readonly on: CalendarDate
  readonly agreedById: string
  readonly isUnderAppeal: boolean
}

type Corrected = PenaltyReduced | PenaltyCancelled

/**
 * Takes a notice down, or back to nothing, without waiting for an objection: section 32(2) says "may require", so less may be required.
 * What somebody has already put to us, or to a court, is answered there and not here.
 */
export function correctSister(penalty: Penalty | undefined, { fromPence, toPence, reasons, on, agreedById, isUnderAppeal }: Correcting): Decision<Corrected> {
  if (penalty === undefined) return refuse('no-such-penalty')
  const { stage, amountPence, decision, section } = penalty
  if (noticeInForce(penalty) === undefined || stage === 'cancelled' || stage === 'none') return refuse('nothing-to-correct')
  if (stage === 'objected') return refuse('objection-held-first')
  if (stage === 'decided') return refuse('notice-to-come-first')
  if (isUnderAppeal) return refuse('appeal-first')
  if (decision?.decidedBy.officerId === agreedById) return refuse('decided-by-the-same-person')
  if (amountPence !== fromPence) return refuse('amount-has-moved')
  if (toPence >= fromPence) return refuse('not-a-reduction')
  const changed = { fromPence, toPence, on, reasons, under: [powerToPenalise(section)] }
  return toPence > noPence ? announce<Corrected>({ type: 'penalty-reduced', ...changed }) : announce<Corrected>({ type: 'penalty-cancelled', ...changed })
}
