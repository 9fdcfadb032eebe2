import { announce, refuse, type Decision } from '#platform/decisions'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { PersonCorrected } from '../events.ts'
import { answersFor } from './add-person.ts'
import type { Identity, Person, PersonFacts } from './person.ts'

export interface Correction {
  readonly identity: Identity
  readonly facts: PersonFacts
  readonly reasons: string
}

/** What was recorded before stays in the history; what was decided on it stays in the decision. */
export function correctPerson(person: Person | undefined, found: PenaltyCase, others: readonly Person[], correction: Correction): Decision<PersonCorrected> {
  if (person === undefined) return refuse('no-such-person')
  if (found.stage === 'closed') return refuse('case-closed')
  if (correction.reasons.trim() === '') return refuse('reasons-needed')
  if (!answersFor({ facts: correction.facts, capacity: person.capacity }, others)) return refuse('contract-with-nobody')
  if (same(person, correction)) return refuse('nothing-changed')
  return announce({ type: 'person-corrected', ...correction })
}

function same({ identity, facts }: Person, correction: Correction): boolean {
  return sameRecord(identity, correction.identity) && sameRecord(facts, correction.facts)
}

/** Compares what the records say, whatever order their parts were written in: a row read back is ordered by the database. */
function sameRecord(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other)
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, part]) => `${name}:${inOrder(part)}`).join()
}
