import { drives, type Capacity } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { PersonAdded } from '../events.ts'
import { capacitiesFor } from './capacities.ts'
import type { Identity, Person, PersonFacts } from './person.ts'

export interface NewPerson {
  readonly personId: string
  readonly partyId: string
  readonly capacity: Capacity
  readonly identity: Identity
  readonly facts: PersonFacts
}

/** Adds somebody responsible. The same party twice is one person answering in two capacities, which is two penalties (s.32(6A)). */
export function addPerson(found: PenaltyCase | undefined, persons: readonly Person[], added: NewPerson): Decision<PersonAdded> {
  if (found === undefined) return refuse('no-such-case')
  if (found.stage === 'closed') return refuse('case-closed')
  if (found.stage === 'decided') return refuse('already-decided')
  if (!capacitiesFor(found.incident).includes(added.capacity)) return refuse('capacity-not-for-this-transporter')
  if (persons.some(({ partyId, capacity }) => partyId === added.partyId && capacity === added.capacity)) return refuse('already-in-this-capacity')
  if (!answersFor(added, persons)) return refuse('contract-with-nobody')
  return announce({ type: 'person-added', caseId: found.id, ...added })
}

/** A driver or operator works for an owner or hirer of the same case (s.32(4)). */
export function answersFor({ facts, capacity }: Pick<NewPerson, 'facts' | 'capacity'>, persons: readonly Person[]): boolean {
  const { underContractWith } = facts
  if (underContractWith === null) return true
  return drives({ capacity }) && persons.some(({ partyId, capacity }) => partyId === underContractWith && (capacity === 'owner' || capacity === 'hirer'))
}
