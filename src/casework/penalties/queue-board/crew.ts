import { absenceOn, type TeamMember } from '../allocation/team-member.ts'
import type { CalendarDate } from '#values'
import type { QueueRecord } from './queue-history.ts'

/** Who works at a queue: how many people on a day on which all of them are there, and which part of them is there on each day ahead. */
export interface Crew {
  readonly people: number
  /** From nothing to one, for each working day ahead. */
  readonly present: readonly number[]
}

export interface CrewAsked {
  readonly past: readonly CalendarDate[]
  readonly ahead: readonly CalendarDate[]
  readonly team: readonly Pick<TeamMember, 'id' | 'absences'>[]
}

/**
 * Everybody counts by the part of their days that they gave to this queue: of the days on which they were there, so that leave in the
 * past does not make them fewer for the future. Somebody who is not entered in the team has no absence that we know of.
 */
export function crewOf(finished: QueueRecord['finished'], { past, ahead, team }: CrewAsked): Crew {
  const daysAt = Map.groupBy(finished.filter(({ by }) => by !== null), ({ by }) => by)
  const parts = [...daysAt].map(([officerId, days]) => {
    const isThere = presenceOf(team.find(({ id }) => id === officerId))
    return { isThere, part: Math.min(1, days.length / Math.max(1, past.filter(isThere).length)) }
  })
  const people = parts.reduce((sum, { part }) => sum + part, 0)
  return { people, present: ahead.map((on) => (people === 0 ? 1 : parts.reduce((sum, { part, isThere }) => sum + (isThere(on) ? part : 0), 0) / people)) }
}

function presenceOf(member: CrewAsked['team'][number] | undefined): (on: CalendarDate) => boolean {
  return (on) => member === undefined || absenceOn(member, on) === undefined
}
