import { announce, refuse, type Decision } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { CaseClosed } from '../events.ts'
import { hasEnded, toProposeAgain, type Penalty } from '../penalty/penalty.ts'
import { mayStillObject } from '../objection/may-still-object.ts'
import { toConsider } from './find-correction.ts'
import type { PenaltyCase } from './penalty-case.ts'

export interface ToClose {
  readonly penalties: readonly Penalty[]
  /** An appeal against one of them is open. */
  readonly isUnderAppeal: boolean
  /** A vehicle is held, or what it was sold for is not shared out: it would be forgotten in a closed case. */
  readonly isVehicleHeld: boolean
  /** A flag stands, so nothing happens by itself. */
  readonly isFlagged: boolean
}

/** Nobody asked for it: the last payment came, or the last penalty ended. A flag leaves it to a person. */
export function closeByItself(found: PenaltyCase | undefined, standing: ToClose, closedOn: CalendarDate): Decision<CaseClosed> {
  return standing.isFlagged ? refuse('flag-stops-automatic-steps') : closeCase(found, standing, closedOn)
}

/** A case closes when every penalty has ended, no court has the matter, no vehicle is held for it, and nobody who has paid may still object. */
export function closeCase(found: PenaltyCase | undefined, { penalties, isUnderAppeal, isVehicleHeld }: ToClose, closedOn: CalendarDate): Decision<CaseClosed> {
  if (found === undefined) return refuse('no-such-case')
  if (found.stage === 'closed') return refuse('case-closed')
  const standing = penalties.filter(({ stage }) => stage !== 'withdrawn')
  if (standing.length === 0) return refuse('nobody-decided')
  if (!standing.every(hasEnded) || toProposeAgain(penalties).length > 0) return refuse('penalties-still-open')
  if (isUnderAppeal) return refuse('appeal-open')
  if (isVehicleHeld) return refuse('vehicle-still-held')
  if (toConsider(found.corrections).length > 0) return refuse('correction-waits')
  if (penalties.some((penalty) => mayStillObject(penalty, closedOn))) return refuse('somebody-may-still-object')
  return announce({ type: 'case-closed', closedOn })
}
