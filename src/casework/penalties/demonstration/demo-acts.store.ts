import { isRefused, type Announced, type Decision, type Happening } from '#platform/decisions'
import { demoPeopleAt } from '#platform/identity'
import { instant, type By, type CalendarDate, type Role } from '#values'

/** The demonstration's person of that role; the second where two people are needed. */
export function by(role: Role, on: CalendarDate, which: 'first' | 'second' = 'first'): By {
  const person = demoPeopleAt('centre').filter((one) => one.role === role)[which === 'first' ? 0 : 1]
  if (person === undefined) throw new Error(`The demonstration has no ${which} ${role}`)
  return { officerId: person.id, name: person.name, role, site: 'centre', at: instant(`${on}T10:00:00Z`), reason: 'Invented for the demonstration' }
}

/** A story that breaks a rule is a fault of ours. */
export function done<Event extends Happening>(decision: Decision<Event>): Announced<Event> {
  if (isRefused(decision)) throw new Error(`A story of the demonstration breaks a rule: ${decision.refused}`)
  return decision
}
