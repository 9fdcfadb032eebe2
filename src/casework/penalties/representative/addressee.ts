import type { CalendarDate } from '#values'
import { nameOf, type Person } from '../person/person.ts'
import { speakerFor, type Representative } from './representative.ts'

/** Where a letter to somebody goes on a day, and where that address came from. */
export interface Addressee {
  readonly name: string
  readonly lines: readonly string[]
  readonly country: string
  readonly email: string | null
  readonly source: string
  readonly asOf: CalendarDate
  /** In care of whom; null when it goes to the person's own address. */
  readonly inCareOf: string | null
}

/**
 * A letter is always to the person, because the Act speaks of the person (s.35(1)); while a representative has authority
 * for letters, it goes in their care (ADR 0077).
 */
export function addresseeOf(person: Pick<Person, 'id' | 'identity'>, representatives: readonly Representative[], on: CalendarDate): Addressee {
  const speaker = speakerFor(representatives, person.id, 'letters', on)
  const name = nameOf(person)
  if (speaker === undefined) return { ...person.identity.address, name, email: person.identity.email, inCareOf: null }
  return { ...speaker.address, name, source: `Authority for ${speaker.name}`, asOf: speaker.authority.signedOn, inCareOf: speaker.name }
}

/** The lines below the name. */
export function linesBelow({ inCareOf, lines }: Pick<Addressee, 'inCareOf' | 'lines'>): readonly string[] {
  return inCareOf === null ? lines : [`c/o ${inCareOf}`, ...lines]
}

export function inOneLine(addressee: Addressee): string {
  return [addressee.name, ...linesBelow(addressee), addressee.country].join(', ')
}
