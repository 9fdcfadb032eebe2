import { announce, refuse, type Decision } from '#platform/decisions'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { PersonRemoved } from '../events.ts'
import type { Penalty } from '../penalty/penalty.ts'
import type { Person, Removal } from './person.ts'

interface Around {
  readonly found: PenaltyCase
  readonly persons: readonly Person[]
  readonly penalties: readonly Penalty[]
}

/** Only while nothing stands against them: a proposal is withdrawn first, and a decided penalty is cancelled by objection or appeal. */
export function removePerson(person: Person | undefined, { found, persons, penalties }: Around, removed: Removal): Decision<PersonRemoved> {
  if (person === undefined || person.removed !== null) return refuse('no-such-person')
  if (found.stage === 'closed') return refuse('case-closed')
  if (removed.reasons.trim() === '') return refuse('reasons-needed')
  if (penalties.some(({ personId, stage }) => personId === person.id && stage !== 'withdrawn')) return refuse('person-has-a-penalty')
  if (persons.some(({ id, facts }) => id !== person.id && facts.underContractWith === person.partyId)) return refuse('others-work-for-them')
  return announce({ type: 'person-removed', removed })
}
