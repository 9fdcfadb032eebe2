import type { PenaltyCase } from '../case/penalty-case.ts'
import type { Person } from '../person/person.ts'

const letters = { driver: 'D', owner: 'O', hirer: 'H', operator: 'P' } as const

/** What letters and payments quote: the case's reference, the capacity, and a number where several share it. */
export function penaltyReference({ reference }: Pick<PenaltyCase, 'reference'>, persons: readonly Person[], person: Person): string {
  const sameCapacity = persons.filter(({ capacity }) => capacity === person.capacity).map(({ id }) => id).sort()
  return `${reference}-${letters[person.capacity]}${sameCapacity.indexOf(person.id) + 1}`
}
