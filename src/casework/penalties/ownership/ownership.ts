import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import { dayInWords, isAfter, isBefore, type CalendarDate, type Plate } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** `not-owner`: shown to have sold it, or never to have had it. */
export const ownershipStandings = ['owner', 'not-owner'] as const
export type OwnershipStanding = (typeof ownershipStandings)[number]

/** That somebody owned a vehicle, or did not, from one day to another, and what shows it. */
export interface Ownership {
  readonly id: string
  readonly plate: Plate
  readonly country: string | null
  readonly standing: OwnershipStanding
  readonly name: string
  readonly registeredNumber: string | null
  readonly fromOn: CalendarDate
  /** The last day; null while nobody knows of an end. */
  readonly untilOn: CalendarDate | null
  readonly shownBy: string
  readonly recordedBy: Named
  readonly recordedOn: CalendarDate
  readonly withdrawn: { readonly by: Named; readonly on: CalendarDate; readonly reasons: string } | null
}

export interface OwnershipRecorded extends Happening, Omit<Ownership, 'id' | 'withdrawn'> {
  readonly type: 'ownership-recorded'
  readonly ownershipId: string
}

export interface OwnershipWithdrawn extends Happening {
  readonly type: 'ownership-withdrawn'
  readonly withdrawn: NonNullable<Ownership['withdrawn']>
}

export type OwnershipEvent = OwnershipRecorded | OwnershipWithdrawn

export function evolveOwnership(state: Ownership | undefined, event: OwnershipEvent): Ownership {
  if (event.type === 'ownership-recorded') {
    const { type: _type, under: _under, ownershipId, ...facts } = event
    return { id: ownershipId, ...facts, withdrawn: null }
  }
  if (state === undefined) throw new Error(`An ownership cannot begin with ${event.type}`)
  return { ...state, withdrawn: event.withdrawn }
}

export type RecordingOwnership = Omit<OwnershipRecorded, 'type' | 'under'>

/** One party is said one thing of for each day: what contradicts it is withdrawn first, with reasons. */
export function recordOwnership(others: readonly Ownership[], recording: RecordingOwnership): Decision<OwnershipRecorded> {
  const { fromOn, untilOn, recordedOn, shownBy, plate } = recording
  if (plate === '') return refuse('no-such-vehicle')
  if (isAfter(fromOn, recordedOn)) return refuse('ownership-in-future')
  if (untilOn !== null && isBefore(untilOn, fromOn)) return refuse('ownership-ends-before-it-begins')
  if (shownBy.trim() === '') return refuse('say-what-shows-it')
  if (others.some((other) => other.withdrawn === null && sameParty(other, recording) && overlap(other, recording))) return refuse('ownership-recorded-already')
  return announce({ type: 'ownership-recorded', ...recording })
}

export function withdrawOwnership(ownership: Ownership | undefined, withdrawn: NonNullable<Ownership['withdrawn']>): Decision<OwnershipWithdrawn> {
  if (ownership === undefined) return refuse('no-such-ownership')
  if (ownership.withdrawn !== null) return refuse('ownership-withdrawn-already')
  if (withdrawn.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'ownership-withdrawn', withdrawn })
}

type Party = Pick<Ownership, 'registeredNumber' | 'name'>

function sameParty(one: Party, other: Party): boolean {
  return (one.registeredNumber ?? one.name) === (other.registeredNumber ?? other.name)
}

type Period = Pick<Ownership, 'fromOn' | 'untilOn'>

function overlap(one: Period, other: Period): boolean {
  return (one.untilOn === null || one.untilOn >= other.fromOn) && (other.untilOn === null || other.untilOn >= one.fromOn)
}

/** Whether it says something about that day. */
export function coversDay({ fromOn, untilOn, withdrawn }: Ownership, on: CalendarDate): boolean {
  return withdrawn === null && fromOn <= on && (untilOn === null || untilOn >= on)
}

/** `Old Haulage SRL was not the owner from Friday 1 March 2024 on: bill of sale.` */
export function ownershipInWords({ name, standing, fromOn, untilOn, shownBy }: Ownership): string {
  const period = untilOn === null ? `from ${dayInWords(fromOn)} on` : `from ${dayInWords(fromOn)} until ${dayInWords(untilOn)}`
  return `${name} was ${standing === 'owner' ? 'the owner' : 'not the owner'} ${period}: ${shownBy}`
}
