import { announce, refuse, type Decision } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { CaseClosed } from '../events.ts'
import { hasEnded, type Penalty } from '../penalty/penalty.ts'
import { mayStillObject } from '../objection/may-still-object.ts'
import type { PenaltyCase } from './penalty-case.ts'

/** A case closes when every penalty has ended and nobody who has paid may still object. */
export function closeCase(found: PenaltyCase | undefined, penalties: readonly Penalty[], closedOn: CalendarDate): Decision<CaseClosed> {
  if (found === undefined) return refuse('no-such-case')
  if (found.stage === 'closed') return refuse('case-closed')
  if (penalties.length === 0) return refuse('nobody-decided')
  if (!penalties.every(hasEnded)) return refuse('penalties-still-open')
  if (penalties.some((penalty) => mayStillObject(penalty, closedOn))) return refuse('somebody-may-still-object')
  return announce({ type: 'case-closed', closedOn })
}
