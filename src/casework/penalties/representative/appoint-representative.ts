import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { Representative, RepresentationEnded, RepresentativeAppointed } from './representative.ts'

export type Appointing = Omit<RepresentativeAppointed, 'type' | 'under' | 'caseId'>

/** On the person's own authority, and one at a time for each thing: nobody is written to at two addresses. */
export function appointRepresentative(found: PenaltyCase, others: readonly Representative[], appointing: Appointing, today: CalendarDate): Decision<RepresentativeAppointed> {
  const { authority, fromOn, untilOn, scope, personId } = appointing
  if (isAfter(authority.signedOn, today)) return refuse('authority-from-the-future')
  if (isBefore(fromOn, authority.signedOn)) return refuse('speaks-before-authority')
  if (untilOn !== null && isBefore(untilOn, fromOn)) return refuse('authority-ends-before-it-begins')
  if (scope.length === 0) return refuse('authority-for-nothing')
  if (authority.evidenceId === null && authority.described.trim() === '') return refuse('authority-not-shown')
  const sameTurn = others.filter((other) => other.personId === personId && overlap(other, appointing))
  if (sameTurn.some((other) => other.scope.some((each) => scope.includes(each)))) return refuse('represented-already')
  return announce({ type: 'representative-appointed', ...appointing, caseId: found.id })
}

/** The person, or the representative, said that it is over. From that day letters go to the person again. */
export function endRepresentation(representative: Representative | undefined, ended: NonNullable<Representative['ended']>): Decision<RepresentationEnded> {
  if (representative === undefined) return refuse('no-such-representative')
  if (representative.ended !== null) return refuse('representation-over')
  if (ended.reasons.trim() === '') return refuse('reasons-needed')
  if (isBefore(ended.on, representative.fromOn)) return refuse('authority-ends-before-it-begins')
  return announce({ type: 'representation-ended', ended })
}

type Turn = Pick<Representative, 'fromOn' | 'untilOn'> & { readonly ended?: Representative['ended'] }

function overlap(one: Turn, other: Turn): boolean {
  return !over(one, other.fromOn) && !over(other, one.fromOn)
}

/** Over before that day begins. */
function over({ untilOn, ended }: Turn, on: CalendarDate): boolean {
  return (untilOn !== null && isBefore(untilOn, on)) || (ended !== undefined && ended !== null && !isAfter(ended.on, on))
}
