import { announce, refuse, type Decision } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { FindCorrectionConsidered } from '../events.ts'
import type { Named } from '../penalty/penalty.ts'
import { toConsider } from './find-correction.ts'
import type { PenaltyCase } from './penalty-case.ts'

export interface Considering {
  readonly correctionId: string
  /** From now on the case's facts follow the port; what was decided stays as it is until an objection is determined. */
  readonly adopt: boolean
  readonly reasons: string
  readonly consideredBy: Named
  readonly consideredOn: CalendarDate
}

/** A person says what follows from a correction that came after a decision. Nothing decided changes with it. */
export function considerCorrection(found: PenaltyCase | undefined, considering: Considering): Decision<FindCorrectionConsidered> {
  if (found === undefined) return refuse('no-such-case')
  if (!toConsider(found.corrections).some(({ id }) => id === considering.correctionId)) return refuse('no-correction-waits')
  if (considering.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'find-correction-considered', ...considering })
}
