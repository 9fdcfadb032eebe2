import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate, type Pence } from '#values'
import { instalmentsMax } from '../limits.ts'
import { hasEnded, type Named, type Penalty } from '../penalty/penalty.ts'
import type { InstalmentsAgreed, InstalmentsEnded, MissedInstalmentTold, PlanEnding } from './plan.ts'
import type { PlanStanding } from './plan-standing.ts'
import { scheduleOf, type Terms } from './schedule.ts'

export interface Agreeing extends Omit<Terms, 'totalPence'> {
  readonly planId: string
  readonly means: string
  readonly reasons: string
  readonly by: Named
  readonly today: CalendarDate
}

interface Debt {
  readonly owedPence: Pence
  readonly inForce: PlanStanding | undefined
}

/** Finance agrees with somebody to be paid in parts: all that is owed, in so many of them. */
export function agreePlan(penalty: Penalty | undefined, { owedPence, inForce }: Debt, agreeing: Agreeing): Decision<InstalmentsAgreed> {
  if (penalty === undefined) return refuse('no-such-penalty')
  const { planId, count, firstOn, every, means, reasons, by, today } = agreeing
  if (penalty.notices.length === 0 || hasEnded(penalty) || owedPence === 0) return refuse('nothing-to-recover')
  if (inForce !== undefined) return refuse('instalments-agreed-already')
  if (count < 2 || count > instalmentsMax || owedPence < count) return refuse('instalments-count')
  if (isBefore(firstOn, today)) return refuse('instalment-in-the-past')
  if (means.trim() === '' || reasons.trim() === '') return refuse('reasons-needed')
  const instalments = scheduleOf({ totalPence: owedPence, count, firstOn, every })
  return announce({ type: 'instalments-agreed', planId, caseId: penalty.caseId, penaltyId: penalty.id, instalments, totalPence: owedPence, means, reasons, agreedBy: by, agreedOn: today })
}

export interface Telling {
  readonly sentOn: CalendarDate
  readonly proof: string
  readonly by: Named
  readonly today: CalendarDate
}

/** They were written to about the instalment they missed, and something shows it. */
export function tellMissed(standing: PlanStanding | undefined, { sentOn, proof, by, today }: Telling): Decision<MissedInstalmentTold> {
  if (standing === undefined) return refuse('no-instalments')
  const { missed, letter } = standing
  if (missed === undefined) return refuse('no-instalment-missed')
  if (letter !== undefined) return refuse('missed-told-already')
  if (proof.trim() === '') return refuse('say-what-proves-it')
  if (isBefore(sentOn, missed.dueOn) || isAfter(sentOn, today)) return refuse('sent-on-another-day')
  return announce({ type: 'missed-instalment-told', letter: { missedDueOn: missed.dueOn, sentOn, proof, by } })
}

export interface EndingPlan {
  readonly how: PlanEnding
  readonly reasons: string
  readonly by: Named
  readonly today: CalendarDate
}

/** A person ends it. For want of payment only after they were written to and had time to pay. */
export function endPlan(standing: PlanStanding | undefined, { how, reasons, by, today }: EndingPlan): Decision<InstalmentsEnded> {
  if (standing === undefined) return refuse('no-instalments')
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (how === 'defaulted') {
    if (standing.missed === undefined) return refuse('no-instalment-missed')
    if (standing.mayDefaultFrom === undefined) return refuse('write-first')
    if (isBefore(today, standing.mayDefaultFrom)) return refuse('time-to-pay-runs')
  }
  return announce({ type: 'instalments-ended', how, on: today, reasons, endedBy: by })
}
