import type { CalendarDate } from '#values'
import { nameOf, type Person } from '../person/person.ts'
import { speakerFor, type Representative } from './representative.ts'

/** Where a letter to somebody goes on a day. */
export interface Addressee {
  readonly name: string
  readonly lines: readonly string[]
  readonly country: string
  /** In care of whom; null when it goes to the person's own address. */
  readonly inCareOf: string | null
  readonly inOneLine: string
}

/**
 * A letter is always to the person, because the Act speaks of the person (s.35(1)); while a representative has authority
 * for letters, it goes in their care (ADR 0077).
 */
export function addresseeOf(person: Person, representatives: readonly Representative[], on: CalendarDate): Addressee {
  const speaker = speakerFor(representatives, person.id, 'letters', on)
  const { lines, country } = speaker?.address ?? person.identity.address
  const [name, inCareOf] = [nameOf(person), speaker?.name ?? null]
  return { name, lines, country, inCareOf, inOneLine: [name, ...(inCareOf === null ? [] : [`c/o ${inCareOf}`]), ...lines, country].join(', ') }
}
