import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'

/** Somebody is not at work from one day to another, both included. */
export interface Absence {
  readonly id: string
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
  readonly why: string
}

/** Somebody who works on cases: what they can read and write, and how much of a full week they have for it. */
export interface TeamMember {
  readonly id: string
  readonly name: string
  readonly languages: readonly string[]
  readonly sharePercent: number
  readonly absences: readonly Absence[]
}

export interface TeamMemberSet extends Happening {
  readonly type: 'team-member-set'
  readonly memberId: string
  readonly name: string
  readonly languages: readonly string[]
  readonly sharePercent: number
}

export interface AbsenceNoted extends Happening {
  readonly type: 'absence-noted'
  readonly absence: Absence
}

export interface AbsenceEnded extends Happening {
  readonly type: 'absence-ended'
  readonly absenceId: string
  readonly on: CalendarDate
}

export type TeamEvent = TeamMemberSet | AbsenceNoted | AbsenceEnded

export function evolveMember(state: TeamMember | undefined, event: TeamEvent): TeamMember {
  if (event.type === 'team-member-set') {
    const { memberId, name, languages, sharePercent } = event
    return { id: memberId, name, languages, sharePercent, absences: state?.absences ?? [] }
  }
  if (state === undefined) throw new Error('Somebody is in the team before they are away')
  if (event.type === 'absence-noted') return { ...state, absences: [...state.absences, event.absence] }
  return { ...state, absences: state.absences.flatMap((absence) => shortened(absence, event)) }
}

/** Ended before it began, an absence never was. */
function shortened(absence: Absence, { absenceId, on }: AbsenceEnded): readonly Absence[] {
  if (absence.id !== absenceId) return [absence]
  return isBefore(on, absence.fromOn) ? [] : [{ ...absence, toOn: on }]
}

export function noteAbsence(member: TeamMember | undefined, absence: Absence): Decision<AbsenceNoted> {
  if (member === undefined) return refuse('no-such-member')
  if (isBefore(absence.toOn, absence.fromOn)) return refuse('absence-ends-before-it-begins')
  return announce({ type: 'absence-noted', absence })
}

/** They are back: `lastOn` is the last day on which they were away. */
export function endAbsence(member: TeamMember | undefined, absenceId: string, lastOn: CalendarDate): Decision<AbsenceEnded> {
  if (member === undefined) return refuse('no-such-member')
  const absence = member.absences.find(({ id }) => id === absenceId)
  if (absence === undefined || !isAfter(absence.toOn, lastOn)) return refuse('no-such-absence')
  return announce({ type: 'absence-ended', absenceId, on: lastOn })
}

export function absenceOn({ absences }: Pick<TeamMember, 'absences'>, on: CalendarDate): Absence | undefined {
  return absences.find(({ fromOn, toOn }) => !isBefore(on, fromOn) && !isAfter(on, toOn))
}
