import type { CalendarDate, Pence } from '#values'
import type { Step } from './step.ts'

export const regimes = ['PRE_2023', 'R2023', 'R2026'] as const
export type Regime = (typeof regimes)[number]

export const transporters = ['goods-vehicle', 'detached-trailer', 'bus', 'other-vehicle'] as const
export type Transporter = (typeof transporters)[number]

export const capacities = ['driver', 'owner', 'hirer', 'operator'] as const
export type Capacity = (typeof capacities)[number]

/** `32`: carrying clandestine entrants. `31A`: a goods vehicle not adequately secured. */
export const sections = ['32', '31A'] as const
export type Section = (typeof sections)[number]

export const businessSizes = ['micro', 'small', 'medium', 'large'] as const
export type BusinessSize = (typeof businessSizes)[number]

export const penaltyStandings = ['final', 'cancelled', 'challenged'] as const
export type PenaltyStanding = (typeof penaltyStandings)[number]

export interface EarlierPenalty {
  readonly section: Section
  readonly issuedOn: CalendarDate
  readonly status?: PenaltyStanding | undefined
}

export interface Incident {
  readonly occurredOn: CalendarDate
  readonly place?: string | undefined
  readonly transporter: Transporter
  readonly section: Section
  /** Everyone found concealed, dependants included; may be left out for section 31A, where no one need be found. */
  readonly entrants?: number | undefined
  /** When the journey began, if it may straddle a change of law. */
  readonly journeyBeganOn?: CalendarDate | undefined
  /** Section 31A only: true when the vehicle met regulation 2A on arrival. */
  readonly adequatelySecured?: boolean | undefined
}

/** One person in one capacity. The same id twice, in two capacities, is one person with two penalties (s.32(6A)). */
export interface AssessedPerson {
  readonly id: string
  readonly capacity: Capacity
  /** This person took the actions the regulations ask of this person: a discount under s.32, no liability under s.31A. */
  readonly complied?: boolean | undefined
  /** Where somebody looked at the actions one by one: the places in the regulations of those that were not shown. Told, and never counted. */
  readonly actionsNotShown?: readonly string[] | undefined
  readonly accredited?: boolean | undefined
  readonly employedByAccredited?: boolean | undefined
  readonly absentAndActedToComply?: boolean | undefined
  readonly duress?: boolean | undefined
  readonly underContractWith?: string | null | undefined
  readonly businessSize?: BusinessSize | null | undefined
  /** An assessed level for an individual, per entrant under s.32 and per incident under s.31A, entered by a person with evidence. */
  readonly meansAmountPence?: number | null | undefined
  readonly earlierPenalties?: readonly EarlierPenalty[] | undefined
  readonly penalisedUnderOtherSection?: boolean | undefined
  /** Section 31A only: already penalised at the control outside the UK on this journey. */
  readonly penalisedAtControl?: boolean | undefined
}

export interface AssessmentInput {
  readonly incident: Incident
  readonly persons: readonly AssessedPerson[]
  readonly settings?: ChosenSettings | undefined
}

/** The readings of the unsettled points that can change an amount; `judgements/unsettled-points.ts` explains each. */
export interface Settings {
  readonly discountCombination: 'ADDITIVE' | 'MULTIPLICATIVE'
  readonly tierCap: 'SOFT' | 'HARD'
  readonly priorScope: 'SAME_SECTION' | 'ANY_SECTION'
  readonly priorsBefore2023: 'COUNT' | 'IGNORE'
  readonly challengedPriors: 'IGNORE_UNTIL_FINAL' | 'COUNT'
  readonly fullCompliance: 'READING_A' | 'READING_B'
  readonly practiceOf2026: 'BY_INCIDENT_DATE' | 'BY_DECISION_DATE'
}

/** What a caller may leave out: each setting not chosen takes its default reading. */
export type ChosenSettings = { readonly [Name in keyof Settings]?: Settings[Name] | undefined }

export const notLiableCodes = [
  'section-not-in-force',
  'not-responsible-in-this-capacity',
  'not-a-goods-vehicle',
  'no-clandestine-entrant',
  'adequately-secured',
  'took-own-actions',
  'duress',
  'duress-of-another',
  'penalised-under-other-section',
  'penalised-at-control',
] as const
export type NotLiableCode = (typeof notLiableCodes)[number]

export const flags = [
  'PRE_2023_BOUNDS',
  'STRADDLES_COMMENCEMENT',
  'PLACE_NOT_IN_CONTROL_ZONE',
  'AGGREGATE_CAP',
  'TIER_CAP',
  'TWO_DISCOUNTS',
  'FULL_COMPLIANCE_REVIEW',
  'PRIOR_OTHER_SECTION',
  'PRIOR_BEFORE_2023',
  'PRIOR_CHALLENGED',
  'PRIOR_ON_WINDOW_EDGE',
  'INDIVIDUAL_MEANS_REVIEW',
  'BUSINESS_MEANS_EVIDENCE',
  'MEANS_ABOVE_LEVEL',
  'JOINT_LIABILITY_NOT_LISTED',
  'EMPLOYED_DRIVER_BEFORE_2026',
] as const
export type Flag = (typeof flags)[number]

export interface PersonAssessment {
  readonly id: string
  readonly capacity: Capacity
  readonly liable: boolean
  readonly reasonNotLiable: string | null
  readonly reasonNotLiableFr: string | null
  readonly reasonCode: NotLiableCode | null
  /** Null when not liable, and under PRE_2023, whose amounts are never recomputed. */
  readonly startingPointPence: Pence | null
  readonly perEntrantPence: Pence | null
  readonly totalPence: Pence | null
  /** All this person answers for, over every capacity of the same id, with penalties answered for jointly. */
  readonly exposurePence: Pence | null
  /** Present only when the aggregate is above the cap: the share after the cut. */
  readonly cappedTotalPence?: Pence
  readonly cappedExposurePence?: Pence
  /** The ids of those whose penalty this person also answers for. */
  readonly answersFor: readonly string[]
  /** What about this person a decider must look at. */
  readonly flags: readonly Flag[]
  readonly steps: readonly Step[]
}

export interface Caps {
  readonly statutoryPence: Pence
  readonly tierPence: Pence | null
  readonly exceeded: boolean
  readonly tierExceeded: boolean
  /** The most one person can be asked for, for each entrant (s.32) or for the incident (s.31A). */
  readonly perPersonPence: Pence
  /** How many times the cap is counted: once for each entrant under s.32, once under s.31A. */
  readonly times: number
}

/** What the amounts would be if an unsettled point were read the other way. */
export interface Alternative {
  readonly point: string
  readonly setting: keyof Settings
  readonly chosen: string
  readonly other: string
  readonly text: string
  readonly textFr: string
  readonly persons: readonly { readonly id: string; readonly capacity: Capacity; readonly totalPence: Pence | null }[]
  readonly aggregatePence: Pence | null
}

export interface Assessment {
  readonly regime: Regime
  readonly persons: readonly PersonAssessment[]
  readonly aggregatePence: Pence | null
  /** Present only when the aggregate is above the cap. */
  readonly cappedAggregatePence?: Pence
  readonly caps: Caps
  readonly flags: readonly Flag[]
  readonly alternatives: readonly Alternative[]
}
