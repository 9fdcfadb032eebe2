import type { BusinessSize, Capacity, PenaltyStanding, Section } from '#law'
import type { CalendarDate, Pence } from '#values'
import type { JudgedActions } from '../compliance/judged-actions.ts'
import type { JudgedSize } from '../means/judged-size.ts'
import type { Named } from '../penalty/penalty.ts'
import type { NoticeLanguage } from './language.ts'

/** A fact somebody judged: what was found, on what, and why; it never stands without its reasons. */
export interface Finding {
  readonly found: boolean
  readonly evidence: string
  readonly reasons: string
}

export interface Address {
  readonly lines: readonly string[]
  readonly country: string
  /** Where the address came from, because letters to a stale one go astray (casework.md C9). */
  readonly source: string
  readonly asOf: CalendarDate
}

/** An amount an individual can bear, assessed by a person on evidence: no formula is published (legal.md C6). */
export interface AssessedMeans {
  readonly amountPence: Pence
  readonly evidence: string
  readonly reasons: string
}

export interface EarlierPenaltyRecord {
  readonly section: Section
  readonly issuedOn: CalendarDate
  readonly standing: PenaltyStanding
  readonly source: 'our-records' | 'typed'
  readonly note: string
}

/** Who somebody is, and how to reach them. */
export interface Identity {
  /** The individual; for a company the contact, or empty. */
  readonly name: string
  readonly company: string | null
  /** Company number, operator licence or driving licence: the key to their record. */
  readonly registeredNumber: string | null
  readonly bornOn: CalendarDate | null
  readonly address: Address
  readonly noticeLanguage: NoticeLanguage
  readonly email: string | null
}

/** What decides the amount for this person. Null means that nobody has judged it yet, which the law reads as "not shown". */
export interface PersonFacts {
  /** As a whole. Where the actions were judged one by one they count instead (`compliance/compliance-of.ts`). */
  readonly complied: Finding | null
  readonly actions?: JudgedActions
  readonly accreditedAtIncident: boolean
  readonly employedByAccredited: boolean
  readonly absentAndActedToComply: boolean
  readonly duress: Finding | null
  /** The party (owner or hirer) for whom this driver or operator works; they answer for this penalty too. */
  readonly underContractWith: string | null
  readonly businessSize: BusinessSize | null
  /** The figures behind the size, where they were entered. */
  readonly sizeShown?: JudgedSize
  readonly means: AssessedMeans | null
  readonly earlierPenalties: readonly EarlierPenaltyRecord[]
}

/** Someone responsible, in one capacity. An owner-driver is two of these with one `partyId` (s.32(6A)). */
export interface Person {
  readonly id: string
  readonly caseId: string
  readonly partyId: string
  readonly capacity: Capacity
  readonly identity: Identity
  readonly facts: PersonFacts
  /** Taken off the case because somebody else is responsible, or nobody; what was recorded of them stays in the history. */
  readonly removed: Removal | null
}

export const wrongPartyReasons = ['sold-before', 'hired-out', 'stolen-or-cloned', 'mistaken-identity', 'misread-plate', 'other'] as const
export type WrongPartyReason = (typeof wrongPartyReasons)[number]

export interface Removal {
  readonly because: WrongPartyReason
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

/** What a letter or a column calls somebody. */
export function nameOf({ identity }: Pick<Person, 'identity'>): string {
  return identity.company ?? identity.name
}
