import type { Handling } from '#border/watchlists'
import type { CalendarDate, Port } from '#values'
import type { Marking } from '../marking/marking.ts'

/** What a partner may be told about: a hit, the read it rests on, an entry of a list, the warnings about a vehicle. */
export const kinds = ['hit', 'read', 'entry', 'marker'] as const

export type Kind = (typeof kinds)[number]

/** The rows that kinds are told from. One row may be told in two ways, each under terms of its own. */
export const subjects = ['hit', 'entry'] as const

export type Subject = (typeof subjects)[number]

export const kindsOf: Readonly<Record<Subject, readonly Kind[]>> = { hit: ['hit', 'read'], entry: ['entry', 'marker'] }

/** What can be told, field by field. The plate is always told: without it nobody would know which vehicle is meant. */
export const fields = [
  'country', 'port', 'lane', 'seenAt', 'characterConfidence', 'how', 'list', 'owner', 'reason', 'handling', 'markers', 'ports', 'lastDayOn',
] as const

export type Field = (typeof fields)[number]

export type Facts = Readonly<{ plate: string } & Partial<Record<Field, unknown>>>

/** A record as it stands at the moment of judging, with all that a rule asks about. It is read anew each time and kept nowhere. */
export interface Releasable {
  readonly kind: Kind
  readonly subjectId: string
  readonly listId: string
  readonly handling: Handling
  readonly marking: Pick<Marking, 'marking' | 'partnerIds'> | null
  readonly ports: readonly Port[]
  readonly standing: 'stands' | 'unconfirmed' | 'taken-back' | 'withdrawn'
  /** The day it is counted from: of the passage, or the entry's first day. */
  readonly madeOn: CalendarDate
  /** An entry's last day; a hit has none of its own. */
  readonly lastDayOn: CalendarDate | null
  readonly facts: Facts
}
