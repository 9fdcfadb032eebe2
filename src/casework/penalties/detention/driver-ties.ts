import { drives, type DriverTie } from '#law'
import type { Penalty } from '../penalty/penalty.ts'
import type { Person } from '../person/person.ts'

type Party = Pick<Person, 'id' | 'partyId' | 'capacity' | 'facts'>
type Notified = Pick<Penalty, 'personId' | 'notices'>
type OwnTie = Exclude<DriverTie, 'owner-or-hirer-has-notice'>

/** How the driver stands to owner and hirer: which vehicles may be held under each power follows from it. */
export interface DriverTies {
  readonly '36': DriverTie
  readonly '36A': OwnTie
}

/** Read from the persons of the case: a notice to owner or hirer counts for the vehicle of the find alone (s.36(2A)). */
export function tiesOf({ personId }: Pick<Penalty, 'personId'>, persons: readonly Party[], penalties: readonly Notified[]): DriverTies {
  const keepers = persons.filter((person) => !drives(person))
  const owing = persons.find(({ id }) => id === personId)
  const ofDriver = strongest(persons.filter(drives).map((driver) => tieOf(driver, keepers)))
  return { '36': keepers.some((keeper) => hasNotice(keeper, penalties)) ? 'owner-or-hirer-has-notice' : ofDriver, '36A': owing === undefined ? 'none' : tieOf(owing, keepers) }
}

/** An owner on the case who was given no notice, nor anybody who drove for them: a court may weigh their hardship (s.37(3A)). */
export function hasOwnerWithoutNotice(persons: readonly Party[], penalties: readonly Notified[]): boolean {
  const owners = persons.filter(({ capacity }) => capacity === 'owner')
  const drivingFor = (owner: Party) => persons.filter(({ facts }) => facts.underContractWith === owner.partyId)
  return owners.length === 0 || owners.some((owner) => ![owner, ...drivingFor(owner)].some((person) => hasNotice(person, penalties)))
}

function hasNotice({ id }: Party, penalties: readonly Notified[]): boolean {
  return penalties.some(({ personId, notices }) => personId === id && notices.length > 0)
}

function tieOf({ partyId, facts }: Party, keepers: readonly Party[]): OwnTie {
  if (keepers.some((keeper) => keeper.partyId === partyId)) return 'is-owner-or-hirer'
  return keepers.some((keeper) => keeper.partyId === facts.underContractWith) ? 'contract' : 'none'
}

function strongest(ties: readonly OwnTie[]): OwnTie {
  return ties.find((tie) => tie === 'is-owner-or-hirer') ?? ties.find((tie) => tie === 'contract') ?? 'none'
}
