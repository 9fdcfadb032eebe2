import type { PersonEvent } from '../events.ts'
import type { Person } from './person.ts'

export function evolvePerson(state: Person | undefined, event: PersonEvent): Person {
  if (event.type === 'person-added') {
    const { personId, caseId, partyId, capacity, identity, facts } = event
    return { id: personId, caseId, partyId, capacity, identity, facts, removed: null }
  }
  if (state === undefined) throw new Error(`A person cannot begin with ${event.type}`)
  if (event.type === 'person-removed') return { ...state, removed: event.removed }
  if (event.type === 'size-judged') return { ...state, facts: { ...state.facts, businessSize: event.size.size, sizeShown: event.size } }
  if (event.type === 'actions-judged') return { ...state, facts: { ...state.facts, actions: event.actions } }
  return { ...state, identity: event.identity, facts: event.facts }
}
