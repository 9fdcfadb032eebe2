import { drives, firstDayToApplyForSale, firstDayToSell, isTieEnough, lastDayToSell, type DetentionPower, type DriverTie } from '#law'
import { daysAfter, isAfter, isBefore, type CalendarDate, type Pence } from '#values'
import { isOpen, type Appeal } from '../appeal/appeal.ts'
import { clocksOf, lastDayFor } from '../deadline/last-day-for.ts'
import type { Penalty } from '../penalty/penalty.ts'
import type { Person } from '../person/person.ts'
import type { Standstill } from '../recovery/standstill.ts'
import type { EnforcementStep } from './enforcement-step.ts'
import { stepOf, type Need, type StepCode, type StepDefinition } from './steps.ts'

/** All that the steps are judged by. */
export interface EnforcementFacts {
  readonly penalty: Penalty
  readonly owedPence: Pence
  readonly standstills: readonly Standstill[]
  readonly appeals: readonly Appeal[]
  /** How the driver stands to owner and hirer: which vehicles may be held follows from it. */
  readonly ties: Readonly<Record<DetentionPower, DriverTie>>
  /** What was done so far, oldest first. */
  readonly taken: readonly EnforcementStep[]
  /** The person’s address as it is recorded now. */
  readonly address: string
  /** Another case of the same person has a newer and different address. */
  readonly newerAddressIn: string | null
  readonly today: CalendarDate
}

/** What stands in the way of a step, in the order in which it is asked. */
export function missingFor({ needs }: Pick<StepDefinition, 'needs'>, facts: EnforcementFacts): readonly Need[] {
  return needs.filter((need) => !isMet[need](facts))
}

const isMet: Readonly<Record<Need, (facts: EnforcementFacts) => boolean>> = {
  'owed': ({ owedPence }) => owedPence > 0,
  'not-held': ({ standstills }) => standstills.length === 0,
  'notice-issued': ({ penalty }) => penalty.notices.length > 0,
  'time-to-pay-over': ({ penalty, today }) => isOver(lastDayFor('pay', penalty).day, today),
  'no-appeal-possible': ({ penalty, appeals, today }) => !appeals.some((appeal) => appeal.penaltyId === penalty.id && isOpen(appeal)) && isOver(lastDayToAppealOf(penalty), today),
  'address-sure': ({ newerAddressIn }) => newerAddressIn === null,
  'reminder-served': (facts) => hasBeenServed('reminder', facts),
  'letter-before-action-served': (facts) => hasBeenServed('letter-before-action', facts),
  'claim-made': ({ taken }) => latest(taken, 'county-court-claim') !== undefined,
  'judgment': ({ taken }) => latest(taken, 'judgment') !== undefined,
  'driver-tied': ({ ties, penalty }) => isTieEnough('36', ties['36'], penalty.responsibleOn).value,
  'owner-or-driver': ({ ties, penalty }) => isTieEnough('36A', ties['36A'], penalty.responsibleOn).value,
  'not-detained': ({ taken }) => detentionOf(taken) === undefined,
  'detained': ({ taken }) => detentionOf(taken) !== undefined,
  'sale-notice-given': ({ taken, today }) => {
    const noticeOn = since(taken, 'sale-notice')?.answers['gazettedOn']
    return noticeOn !== undefined && !isBefore(today, firstDayToApplyForSale(noticeOn as CalendarDate).value)
  },
  'leave-to-sell': ({ taken }) => since(taken, 'leave-to-sell') !== undefined,
  // Without a detention nothing runs: that there is none is said by the need for one.
  'sale-possible': ({ penalty, taken, today }) => !isBefore(today, saleDays(taken, penalty.responsibleOn)?.from ?? today),
  'sale-not-lapsed': ({ penalty, taken, today }) => !isAfter(today, saleDays(taken, penalty.responsibleOn)?.until ?? today),
}

/** A day nobody can know yet is not over. */
function isOver(lastDay: CalendarDate | null, today: CalendarDate): boolean {
  return lastDay !== null && isAfter(today, lastDay)
}

/** On the longest reading of the time limit: a step that cannot be undone waits for all of them. */
function lastDayToAppealOf(penalty: Penalty): CalendarDate | null {
  const clock = clocksOf(penalty).find((each) => each.clock === 'appeal')
  if (clock?.lastDay === undefined || clock.lastDay === null) return null
  return [clock.lastDay, ...clock.otherReadings.map(({ lastDay }) => lastDay)].reduce((longest, lastDay) => (isAfter(lastDay, longest) ? lastDay : longest))
}

/** Proved to have arrived, at the address that is still theirs, and the time it gave has run. */
function hasBeenServed(code: StepCode, { taken, address, today }: EnforcementFacts): boolean {
  const step = latest(taken, code)
  const served = step?.service?.outcome === 'served' ? step.service.on : undefined
  return served !== undefined && step?.letter?.address === address && isAfter(today, daysAfter(stepOf(code).letterDays ?? 0, served))
}

function latest(taken: readonly EnforcementStep[], code: StepCode): EnforcementStep | undefined {
  return taken.findLast((step) => step.code === code)
}

/** The detention that still holds: neither released nor sold since. */
export function detentionOf(taken: readonly EnforcementStep[]): EnforcementStep | undefined {
  const last = taken.findLast(({ code }) => ['detention-36', 'detention-36a', 'release', 'sale'].includes(code))
  return last?.code === 'detention-36' || last?.code === 'detention-36a' ? last : undefined
}

/** A step of the sale counts for the detention that holds, not for an earlier one. */
function since(taken: readonly EnforcementStep[], code: StepCode): EnforcementStep | undefined {
  const detention = detentionOf(taken)
  return detention && latest(taken.slice(taken.indexOf(detention)), code)
}

/** From when a detained vehicle may be sold, and the last day on which it may by the law of the conduct. */
export function saleDays(taken: readonly EnforcementStep[], conductOn: CalendarDate): { readonly from: CalendarDate; readonly until: CalendarDate } | undefined {
  const detention = detentionOf(taken)
  const began = detention?.answers['detainedOn'] as CalendarDate | undefined
  if (detention === undefined || began === undefined) return undefined
  const power: DetentionPower = detention.code === 'detention-36' ? '36' : '36A'
  const from = firstDayToSell(power, began).value
  return { from, until: lastDayToSell(from, conductOn).value }
}

type Party = Pick<Person, 'id' | 'partyId' | 'capacity' | 'facts'>

/** Read from the persons of the case: a notice to owner or hirer counts for the vehicle of the find alone (s.36(2A)). */
export function tiesOf({ personId }: Penalty, persons: readonly Party[], penalties: readonly Pick<Penalty, 'personId' | 'notices'>[]): Readonly<Record<DetentionPower, DriverTie>> {
  const keepers = persons.filter((person) => !drives(person))
  const drivers = persons.filter(drives)
  const owing = persons.find(({ id }) => id === personId)
  const hasNotice = keepers.some(({ id }) => penalties.some((penalty) => penalty.personId === id && penalty.notices.length > 0))
  const ofDriver = strongest(drivers.map((driver) => tieOf(driver, keepers)))
  return { '36': hasNotice ? 'owner-or-hirer-has-notice' : ofDriver, '36A': owing === undefined ? 'none' : tieOf(owing, keepers) }
}

function tieOf({ partyId, facts }: Party, keepers: readonly Party[]): DriverTie {
  if (keepers.some((keeper) => keeper.partyId === partyId)) return 'is-owner-or-hirer'
  return keepers.some((keeper) => keeper.partyId === facts.underContractWith) ? 'contract' : 'none'
}

function strongest(ties: readonly DriverTie[]): DriverTie {
  return ties.find((tie) => tie === 'is-owner-or-hirer') ?? ties.find((tie) => tie === 'contract') ?? 'none'
}
