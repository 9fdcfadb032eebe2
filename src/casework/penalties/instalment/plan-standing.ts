import { daysAfter, isAfter, noPence, pence, type CalendarDate, type Pence } from '#values'
import { defaultAfterLetterDays, instalmentGraceDays } from '../limits.ts'
import type { InstalmentPlan, MissedLetter } from './plan.ts'
import type { Instalment } from './schedule.ts'

/** `due`: its day has come, and the days of grace run. */
export type InstalmentStanding = 'paid' | 'coming' | 'due' | 'missed'

export interface StandingInstalment extends Instalment {
  readonly paidPence: Pence
  readonly standing: InstalmentStanding
}

export interface PlanStanding {
  readonly plan: InstalmentPlan
  readonly lines: readonly StandingInstalment[]
  readonly isKept: boolean
  /** The oldest that was missed. */
  readonly missed: StandingInstalment | undefined
  /** The letter about it, once it was written. */
  readonly letter: MissedLetter | undefined
  /** From when the agreement may be ended because of it: not before they were written to and had time. */
  readonly mayDefaultFrom: CalendarDate | undefined
  readonly next: StandingInstalment | undefined
  /** With its days of grace. */
  readonly nextLastDay: CalendarDate | null
}

/** How an agreement stands by what the ledger says is still owed: whatever made the debt smaller counts towards the oldest instalment. */
export function planStanding(plan: InstalmentPlan, owedPence: Pence, today: CalendarDate): PlanStanding {
  const lines = covered(plan, pence(Math.max(0, plan.totalPence - owedPence)), today)
  const missed = lines.find(({ standing }) => standing === 'missed')
  const next = lines.find(({ standing }) => standing === 'due' || standing === 'coming')
  const letter = missed && plan.letters.find(({ missedDueOn }) => missedDueOn === missed.dueOn)
  return {
    plan, lines, missed, letter, next,
    isKept: missed === undefined,
    mayDefaultFrom: letter && daysAfter(defaultAfterLetterDays, letter.sentOn),
    nextLastDay: next === undefined ? null : lastDayOf(next),
  }
}

/** The agreements in force, by penalty; one whose debt is gone has done what it was for. */
export function planStandings(plans: readonly InstalmentPlan[], owed: ReadonlyMap<string, Pence>, today: CalendarDate): ReadonlyMap<string, PlanStanding> {
  const inForce = plans.filter(({ ended, penaltyId }) => ended === null && (owed.get(penaltyId) ?? noPence) > 0)
  return new Map(inForce.map((plan) => [plan.penaltyId, planStanding(plan, owed.get(plan.penaltyId) ?? noPence, today)]))
}

function covered({ instalments }: InstalmentPlan, paidPence: Pence, today: CalendarDate): readonly StandingInstalment[] {
  let left: number = paidPence
  return instalments.map((instalment) => {
    const paid = pence(Math.min(left, instalment.amountPence))
    left -= paid
    return { ...instalment, paidPence: paid, standing: standingOf(instalment, paid, today) }
  })
}

function standingOf(instalment: Instalment, paid: Pence, today: CalendarDate): InstalmentStanding {
  if (paid === instalment.amountPence) return 'paid'
  if (isAfter(today, lastDayOf(instalment))) return 'missed'
  return isAfter(instalment.dueOn, today) ? 'coming' : 'due'
}

function lastDayOf({ dueOn }: Instalment): CalendarDate {
  return daysAfter(instalmentGraceDays, dueOn)
}
