import { announce, refuse, type Decision } from '#platform/decisions'
import { daysAfter, isAfter, isBefore, type CalendarDate } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { flagReviewedWithinDays } from '../limits.ts'
import type { Named } from '../penalty/penalty.ts'
import { standsOn, type Flag, type FlagLowered, type FlagRaised, type FlagReviewed } from './flag.ts'

export type Raising = Omit<FlagRaised, 'type' | 'under' | 'caseId'>

/** Whoever raises a flag says why, and when somebody looks whether it still has to stand. */
export function raiseFlag(found: PenaltyCase, others: readonly Flag[], raising: Raising): Decision<FlagRaised> {
  const { kind, personId, reasons, fromOn, untilOn, reviewOn } = raising
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (untilOn !== null && isBefore(untilOn, fromOn)) return refuse('flag-ends-before-it-begins')
  if (notAReviewDay(reviewOn, fromOn)) return refuse('flag-needs-a-review')
  if (others.some((other) => other.kind === kind && other.personId === personId && standsOn(other, fromOn))) return refuse('flag-stands-already')
  return announce({ type: 'flag-raised', ...raising, caseId: found.id })
}

interface Looking {
  readonly on: CalendarDate
  readonly reasons: string
  readonly by: Named
}

/** Left standing, with reasons and the next day to look. */
export function reviewFlag(flag: Flag | undefined, { reviewOn, ...review }: Looking & { readonly reviewOn: CalendarDate }): Decision<FlagReviewed> {
  if (flag === undefined) return refuse('no-such-flag')
  if (flag.lowered !== null) return refuse('flag-is-down')
  if (review.reasons.trim() === '') return refuse('reasons-needed')
  if (notAReviewDay(reviewOn, review.on)) return refuse('flag-needs-a-review')
  return announce({ type: 'flag-reviewed', review, reviewOn })
}

/** Somebody's vulnerability is not waved away by the one who wrote it down: another officer looks (C14). */
export function lowerFlag(flag: Flag | undefined, lowered: Looking): Decision<FlagLowered> {
  if (flag === undefined) return refuse('no-such-flag')
  if (flag.lowered !== null) return refuse('flag-is-down')
  if (lowered.reasons.trim() === '') return refuse('reasons-needed')
  if (flag.kind === 'vulnerability' && flag.raisedBy.officerId === lowered.by.officerId) return refuse('flag-raised-by-the-same-person')
  return announce({ type: 'flag-lowered', lowered })
}

function notAReviewDay(reviewOn: CalendarDate, from: CalendarDate): boolean {
  return !isAfter(reviewOn, from) || isAfter(reviewOn, daysAfter(flagReviewedWithinDays, from))
}
