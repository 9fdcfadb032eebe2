import type { Happening } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import type { Named, Penalty } from '../penalty/penalty.ts'

/** What everybody who opens the case has to heed: somebody needs care, nothing is to move, lawyers or the press have it, or somebody could be harmed. */
export const flagKinds = ['vulnerability', 'hold', 'litigation', 'press', 'safety'] as const
export type FlagKind = (typeof flagKinds)[number]

/** Kinds under which nobody is chased for money. The others stop only what would happen by itself. */
const stopsRecovery: readonly FlagKind[] = ['vulnerability', 'hold', 'litigation']

export interface FlagReview {
  readonly on: CalendarDate
  readonly reasons: string
  readonly by: Named
}

/** A flag stands from a day until it is lowered or runs out, and somebody looks again on a day named from the start. */
export interface Flag {
  readonly id: string
  readonly caseId: string
  readonly kind: FlagKind
  /** Whom it is about; null for the case as a whole. */
  readonly personId: string | null
  readonly reasons: string
  readonly fromOn: CalendarDate
  /** The last day it stands; null while nobody knows. */
  readonly untilOn: CalendarDate | null
  readonly reviewOn: CalendarDate
  readonly raisedBy: Named
  readonly reviews: readonly FlagReview[]
  readonly lowered: { readonly on: CalendarDate; readonly reasons: string; readonly by: Named } | null
}

export interface FlagRaised extends Happening, Omit<Flag, 'id' | 'reviews' | 'lowered'> {
  readonly type: 'flag-raised'
  readonly flagId: string
}

/** Looked at again and left standing, until the next day to look. */
export interface FlagReviewed extends Happening {
  readonly type: 'flag-reviewed'
  readonly review: FlagReview
  readonly reviewOn: CalendarDate
}

export interface FlagLowered extends Happening {
  readonly type: 'flag-lowered'
  readonly lowered: NonNullable<Flag['lowered']>
}

export type FlagEvent = FlagRaised | FlagReviewed | FlagLowered

export function evolveFlag(state: Flag | undefined, event: FlagEvent): Flag {
  if (event.type === 'flag-raised') {
    const { flagId, caseId, kind, personId, reasons, fromOn, untilOn, reviewOn, raisedBy } = event
    return { id: flagId, caseId, kind, personId, reasons, fromOn, untilOn, reviewOn, raisedBy, reviews: [], lowered: null }
  }
  if (state === undefined) throw new Error(`A flag cannot begin with ${event.type}`)
  if (event.type === 'flag-reviewed') return { ...state, reviews: [...state.reviews, event.review], reviewOn: event.reviewOn }
  return { ...state, lowered: event.lowered }
}

/** Lowered, it no longer stands on that same day: whoever lowers it wants the case to move on. */
export function standsOn({ fromOn, untilOn, lowered }: Pick<Flag, 'fromOn' | 'untilOn' | 'lowered'>, on: CalendarDate): boolean {
  return lowered === null && !isBefore(on, fromOn) && (untilOn === null || !isAfter(on, untilOn))
}

/** While any flag stands, nothing happens to the case by itself: a person does it, knowing of the flag (casework.md F12, C14). */
export function stopsAutomaticSteps(flags: readonly Flag[], on: CalendarDate): boolean {
  return flags.some((flag) => standsOn(flag, on))
}

/** The flags under which nobody is chased for this penalty: those about its person, or about all of the case. */
export function flagsThatStop(flags: readonly Flag[], { personId }: Pick<Penalty, 'personId'>, on: CalendarDate): readonly Flag[] {
  return flags.filter((flag) => stopsRecovery.includes(flag.kind) && standsOn(flag, on) && (flag.personId === null || flag.personId === personId))
}

export function reviewIsDue(flag: Flag, today: CalendarDate): boolean {
  return standsOn(flag, today) && !isBefore(today, flag.reviewOn)
}
