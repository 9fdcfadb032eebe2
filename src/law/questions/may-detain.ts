import type { CalendarDate } from '#values'
import {
  defaultDetentionLikeSecurity,
  defaultTie,
  detentionAsSecurity,
  detentionInDefault,
  detentionNeedsRisk,
  detentionStandsThoughIllFounded,
  detentionTie,
  freightMayBeRemoved,
  seniorOfficerRank,
} from '../instruments/immigration-and-asylum-act-1999-detention.ts'
import { citationOf, inForce, isInForce, type Answer } from '../provision.ts'
import { say, type Words } from '../words.ts'
import { allOf, condition, type Judged } from './condition.ts'
import type { DetentionPower } from './first-day-to-sell.ts'

/** How the driver of the vehicle, or the operator of the trailer, stands to its owner or hirer. */
export const driverTies = ['employed', 'contract', 'is-owner-or-hirer', 'owner-or-hirer-has-notice', 'none'] as const
export type DriverTie = (typeof driverTies)[number]

export interface AsSecurity {
  /** Of the conduct: which tie counts follows from it. */
  readonly conductOn: CalendarDate
  readonly noticeIssued: boolean
  readonly bySeniorOfficer: boolean
  /** In that officer's opinion. */
  readonly riskOfNonPayment: boolean
  readonly securityGiven: boolean
  readonly tie: DriverTie
}

/** Whether a vehicle may be held until a penalty is paid, from the issue of its notice on. Recorded with the officer's opinion; never done by a computation. */
export function mayDetainAsSecurity({ conductOn, noticeIssued, bySeniorOfficer, riskOfNonPayment, securityGiven, tie }: AsSecurity): Judged {
  const { value: rule } = inForce(detentionTie, conductOn)
  return allOf([
    condition(noticeIssued, say('A penalty notice has been issued.', 'Un avis de sanction a été émis.'), detentionAsSecurity),
    condition(bySeniorOfficer, say('The officer is a chief immigration officer or above.', 'L’agent est chief immigration officer ou au-dessus.'), seniorOfficerRank),
    condition(riskOfNonPayment, say('In that officer’s opinion there is a significant risk that it will not be paid in time.', 'Selon cet agent, le risque de non-paiement à temps est important.'), detentionNeedsRisk),
    condition(!securityGiven, say('No satisfactory security has been given instead.', 'Aucune garantie suffisante n’a été donnée à la place.'), detentionNeedsRisk),
    condition(isTied(tie, rule.tie), tieWords[rule.tie], detentionTie),
  ])
}

export interface InDefault {
  readonly conductOn: CalendarDate
  /** The last day in the notice has passed and something is still owed. */
  readonly isUnpaid: boolean
  readonly usedInBusiness: boolean
  readonly tie: Exclude<DriverTie, 'owner-or-hirer-has-notice'>
  /** Pending, or still possible in time. */
  readonly appealOpen: boolean
}

/** Whether another vehicle may be held because a penalty was not paid. The base text of the section could not be read (point C8). */
export function mayDetainInDefault({ conductOn, isUnpaid, usedInBusiness, tie, appealOpen }: InDefault): Judged {
  const { value: rule } = inForce(defaultTie, conductOn)
  return allOf([
    condition(isUnpaid, say('The penalty was not paid by the day in its notice.', 'La sanction n’a pas été payée au jour indiqué dans l’avis.'), detentionInDefault),
    condition(usedInBusiness, say('The vehicle is used in that person’s business, owned or not.', 'Le véhicule est utilisé dans l’entreprise de cette personne, à elle ou non.'), detentionInDefault),
    condition(isTied(tie, rule.tie), tieWords[rule.tie], defaultTie),
    condition(!appealOpen, say('No appeal is pending or can still be brought.', 'Aucun appel n’est pendant ni encore possible.'), detentionInDefault),
  ])
}

/** Before the reform only employment was a tie; since then a contract of any kind is, employment included. */
function isTied(tie: DriverTie, asked: 'employment' | 'contract'): boolean {
  if (tie === 'none') return false
  return tie !== 'contract' || asked === 'contract'
}

const tieWords: Readonly<Record<'employment' | 'contract', Words>> = {
  employment: say('The driver is employed by the owner or hirer, or is one of them, or one of them has a notice of their own.', 'Le conducteur est salarié du propriétaire ou locataire, ou l’est lui-même, ou l’un d’eux a reçu un avis.'),
  contract: say('The driver works under a contract with the owner or hirer, or is one of them, or one of them has a notice of their own.', 'Le conducteur travaille sous contrat avec le propriétaire ou locataire, ou l’est lui-même, ou l’un d’eux a reçu un avis.'),
}

/** What holds while a vehicle is detained, whatever becomes of the notice: of one held in default the Act says so since the reform. */
export function whileDetained(power: DetentionPower, on: CalendarDate): Answer<readonly Words[]> {
  const inDefault = isInForce(defaultDetentionLikeSecurity, on) ? [defaultDetentionLikeSecurity] : []
  const rules = power === '36' ? [freightMayBeRemoved, detentionStandsThoughIllFounded] : inDefault
  return { value: rules.map(({ says }) => says), under: rules.map(citationOf) }
}
