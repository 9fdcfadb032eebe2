import { announce, refuse, type Decision } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { PenaltySettled } from '../events.ts'
import type { Penalty } from './penalty.ts'

/** The ledger says that nothing more is owed. While an objection is held the penalty waits for its decision: settled meanwhile, it would lose the objection to the next one. */
export function settlePenalty(penalty: Penalty | undefined, facts: { readonly settledOn: CalendarDate; readonly how: string }): Decision<PenaltySettled> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (!['issued', 'determined'].includes(penalty.stage)) return refuse('nothing-to-settle')
  return announce({ type: 'penalty-settled', settledOn: facts.settledOn, how: facts.how })
}
