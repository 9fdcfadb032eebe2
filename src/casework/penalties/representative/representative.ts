import type { Happening } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'

export const representativeKinds = ['solicitor', 'trade-body', 'employer', 'insurer', 'family-or-friend', 'other'] as const
export type RepresentativeKind = (typeof representativeKinds)[number]

/** What they may do in the person's place. Nothing that is not ticked. */
export const scopes = ['letters', 'answers', 'objection-and-appeal', 'payment'] as const
export type Scope = (typeof scopes)[number]

export interface RepresentativeAddress {
  readonly lines: readonly string[]
  readonly country: string
  readonly email: string | null
}

/** Somebody who speaks for one person of the case, on that person's authority, for some things and some time. */
export interface Representative {
  readonly id: string
  readonly caseId: string
  readonly personId: string
  readonly kind: RepresentativeKind
  readonly name: string
  readonly address: RepresentativeAddress
  readonly scope: readonly Scope[]
  /** The day the person signed, and the piece of evidence that is the authority; null when it was only described. */
  readonly authority: { readonly signedOn: CalendarDate; readonly evidenceId: string | null; readonly described: string }
  readonly fromOn: CalendarDate
  /** The last day they speak for the person; null while the authority names none. */
  readonly untilOn: CalendarDate | null
  readonly recordedBy: Named
  readonly ended: { readonly on: CalendarDate; readonly reasons: string; readonly by: Named } | null
}

export interface RepresentativeAppointed extends Happening, Omit<Representative, 'id' | 'ended'> {
  readonly type: 'representative-appointed'
  readonly representativeId: string
}

export interface RepresentationEnded extends Happening {
  readonly type: 'representation-ended'
  readonly ended: NonNullable<Representative['ended']>
}

export type RepresentativeEvent = RepresentativeAppointed | RepresentationEnded

export function evolveRepresentative(state: Representative | undefined, event: RepresentativeEvent): Representative {
  if (event.type === 'representative-appointed') {
    const { representativeId, caseId, personId, kind, name, address, scope, authority, fromOn, untilOn, recordedBy } = event
    return { id: representativeId, caseId, personId, kind, name, address, scope, authority, fromOn, untilOn, recordedBy, ended: null }
  }
  if (state === undefined) throw new Error('A representative is appointed before the authority ends')
  return { ...state, ended: event.ended }
}

/** Ended, they no longer speak on that same day. */
export function speaksOn({ fromOn, untilOn, ended }: Pick<Representative, 'fromOn' | 'untilOn' | 'ended'>, on: CalendarDate): boolean {
  return !isBefore(on, fromOn) && (untilOn === null || !isAfter(on, untilOn)) && (ended === null || isBefore(on, ended.on))
}

/** Who does this in the person's place on that day, if anybody. */
export function speakerFor(representatives: readonly Representative[], personId: string, scope: Scope, on: CalendarDate): Representative | undefined {
  return representatives.find((each) => each.personId === personId && each.scope.includes(scope) && speaksOn(each, on))
}
