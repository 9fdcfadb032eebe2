import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import { hasEnded, type Named, type Penalty } from '../penalty/penalty.ts'
import type { HoldLifted, RecoveryHeld, RecoveryHold } from './hold.ts'

export type Holding = Omit<RecoveryHeld, 'type' | 'under' | 'caseId' | 'penaltyId'>

/** Stops recovery of one penalty from a day on, with the kind and the reasons. */
export function holdRecovery(penalty: Penalty | undefined, others: readonly RecoveryHold[], holding: Holding): Decision<RecoveryHeld> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (penalty.notices.length === 0 || hasEnded(penalty)) return refuse('nothing-to-recover')
  if (holding.reasons.trim() === '') return refuse('reasons-needed')
  if (holding.untilOn !== null && isBefore(holding.untilOn, holding.fromOn)) return refuse('hold-ends-before-it-begins')
  if (others.some((other) => other.kind === holding.kind && overlaps(other, holding))) return refuse('held-already')
  return announce({ type: 'recovery-held', ...holding, caseId: penalty.caseId, penaltyId: penalty.id })
}

type Interval = Pick<RecoveryHold, 'fromOn' | 'untilOn'>

function overlaps(one: Interval, other: Interval): boolean {
  return !endsBefore(one, other) && !endsBefore(other, one)
}

function endsBefore({ untilOn }: Interval, { fromOn }: Interval): boolean {
  return untilOn !== null && isBefore(untilOn, fromOn)
}

/** The day it is lifted is the last one held. */
export function liftHold(hold: RecoveryHold | undefined, lifting: { readonly on: CalendarDate; readonly reasons: string; readonly liftedBy: Named }): Decision<HoldLifted> {
  if (hold === undefined) return refuse('no-such-hold')
  const { on, reasons } = lifting
  if (hold.lifted !== null || (hold.untilOn !== null && isAfter(on, hold.untilOn))) return refuse('hold-is-over')
  if (isBefore(on, hold.fromOn)) return refuse('hold-ends-before-it-begins')
  if (reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'recovery-hold-lifted', ...lifting })
}
