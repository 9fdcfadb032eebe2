import { addPence, type Citation, type Pence } from '#values'
import type { Section } from '../assessment.ts'
import { jointLiabilityForCarrying, jointLiabilityForNotSecuring, operatorForDriverInCarrying, operatorForDriverInSecuring } from '../instruments/immigration-and-asylum-act-1999.ts'
import { amountInWords, say } from '../words.ts'
import { step, type Step } from '../step.ts'
import { drives } from './drives.ts'
import type { Facts, PersonFacts } from './facts.ts'

/** One person in one capacity, with what that capacity costs. */
export interface Owing {
  readonly person: PersonFacts
  readonly total: Pence
}

/** Drivers, or operators of detached trailers, who drive under a contract with this person. The driver never answers for the owner. */
export function answeredForBy({ id, capacity }: PersonFacts, rows: readonly Owing[]): readonly Owing[] {
  if (capacity !== 'owner' && capacity !== 'hirer') return []
  return rows.filter(({ person }) => person.underContractWith === id && person.id !== id && drives(person))
}

/** Everything this person could be asked for, over each of the person's capacities, counting a driver's penalty once. */
export function exposureOf(id: string, rows: readonly Owing[]): Pence {
  const own = rows.filter(({ person }) => person.id === id)
  const joint = new Set(own.flatMap(({ person }) => answeredForBy(person, rows)))
  return addPence(...own.map(({ total }) => total), ...[...joint].map(({ total }) => total))
}

/** Carries no amount of its own: the ladder is about what this person owes, and the sentence about what this person answers for. */
export function jointStep(person: PersonFacts, rows: readonly Owing[], { section, transporter }: Facts): readonly Step[] {
  const drivers = answeredForBy(person, rows)
  if (drivers.length === 0) return []
  const isTrailer = transporter === 'detached-trailer'
  const who = isTrailer ? say('the operator', 'de l’exploitant') : say('the driver', 'du conducteur')
  const [theirs, all] = [amountInWords(addPence(...drivers.map(({ total }) => total))), amountInWords(exposureOf(person.id, rows))]
  const words = say(
    `Also answers, jointly, for ${who.en}’s penalty of ${theirs.en}: up to ${all.en} in all. What either pays discharges that penalty once.`,
    `Répond aussi, solidairement, de la sanction ${who.fr}, ${theirs.fr} : ${all.fr} au plus. Tout paiement éteint cette dette une seule fois.`,
  )
  return [step('joint-liability', { words, under: jointly[section][isTrailer ? 'operator' : 'driver'] })]
}

const jointly: Readonly<Record<Section, Readonly<Record<'driver' | 'operator', Citation>>>> = {
  '32': { driver: jointLiabilityForCarrying, operator: operatorForDriverInCarrying },
  '31A': { driver: jointLiabilityForNotSecuring, operator: operatorForDriverInSecuring },
}

/** A contract named with somebody who is not an owner or hirer of this assessment: that person answers too, but cannot be shown. */
export function contractOutsideList(persons: readonly PersonFacts[]): boolean {
  const keepers = persons.filter(({ capacity }) => capacity === 'owner' || capacity === 'hirer').map(({ id }) => id)
  return persons.some((person) => drives(person) && person.underContractWith !== null && !keepers.includes(person.underContractWith))
}
