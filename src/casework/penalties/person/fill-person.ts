import type { AtScene } from '../case/penalty-case.ts'
import { nameOf, type Person } from './person.ts'

/** What the address asks to be filled in: somebody whom the lane named, nobody of them, and whose address. */
export interface FilledFrom {
  readonly scene?: number | 'nobody' | undefined
  readonly addressOf?: string | undefined
}

type AtTheScene = AtScene['persons'][number] & { readonly place: number }

/**
 * What a form about a further person begins with, so that nothing is typed that the product was told before: the first whom the lane
 * named and who is not on the case yet, owners and hirers before those who work for them, and an address that is on the case already.
 */
export function fillPerson(atScene: AtScene['persons'], persons: readonly Person[], { scene, addressOf }: FilledFrom) {
  const left = atScene.map((person, place) => ({ ...person, place })).filter((person) => !isOnCase(person, persons)).toSorted(ownersFirst)
  const named = scene === 'nobody' ? undefined : scene === undefined ? left[0] : left.find(({ place }) => place === scene)
  return { named, left, values: { ...nameValues(named), ...addressValues(persons.find(({ id }) => id === addressOf)) } }
}

function isOnCase({ capacity, name, company }: AtTheScene, persons: readonly Person[]): boolean {
  return persons.some((person) => person.capacity === capacity && [name, company].includes(nameOf(person)))
}

/** A driver is said to work for an owner or hirer, who therefore has to be there first. */
function ownersFirst(one: AtTheScene, other: AtTheScene): number {
  const rank = ({ capacity }: AtTheScene): number => (capacity === 'owner' || capacity === 'hirer' ? 0 : 1)
  return rank(one) - rank(other) || one.place - other.place
}

function nameValues(named: AtTheScene | undefined) {
  return named === undefined ? {} : { capacity: named.capacity, name: named.name, company: named.company ?? '' }
}

function addressValues(person: Person | undefined) {
  if (person === undefined) return {}
  const { lines, country, source, asOf } = person.identity.address
  return { addressLines: lines.join('\n'), country, addressSource: source, addressAsOf: asOf }
}
