import type { Assessment, AssessmentInput, Capacity, Regime, Section } from '#law'
import type { By, CalendarDate, Pence } from '#values'
import type { EvidenceBefore } from '../evidence/evidence-before.ts'

/**
 * `none`: it was decided not to impose one. `determined`: the objection was decided and the penalty stands, perhaps reduced.
 * An increase goes back to `decided`, because it needs a new notice (s.35(7)(b)).
 * `written-off`: what was owed is given up, which is neither paid nor cancelled.
 * `withdrawn`: the proposal was taken back before anybody decided, and may be made again.
 */
export const penaltyStages = ['proposed', 'withdrawn', 'decided', 'none', 'issued', 'objected', 'determined', 'cancelled', 'settled', 'written-off'] as const
export type PenaltyStage = (typeof penaltyStages)[number]

/** Nothing more is owed or decided at these. */
export const endedStages = ['none', 'cancelled', 'settled', 'written-off'] as const satisfies readonly PenaltyStage[]

export interface Named {
  readonly officerId: string
  readonly name: string
}

/** Who did it, as a record names them. */
export function named({ officerId, name }: By): Named {
  return { officerId, name }
}

/** The law's whole answer for the case on the day somebody proposed it, with what was asked of it. */
export interface Snapshot {
  readonly input: AssessmentInput
  readonly answer: Assessment
}

export interface Proposal {
  readonly snapshot: Snapshot
  /** What the code comes to for this person; null before 2023, whose code cannot be recomputed. */
  readonly codeFigurePence: Pence | null
  readonly perEntrantPence: Pence | null
  readonly liable: boolean
  readonly note: string
  readonly proposedBy: Named
  readonly proposedOn: CalendarDate
}

/** Which way an unsettled point was read, by a person. */
export interface ChosenReading {
  readonly point: string
  readonly reading: string
}

export interface PenaltyDecision {
  readonly outcome: 'penalty' | 'none'
  readonly amountPence: Pence
  readonly reasons: string
  readonly departsFromCode: boolean
  readonly readings: readonly ChosenReading[]
  /** Why a driver who raised the alarm is penalised all the same; null for everyone else. */
  readonly selfReportOverride: string | null
  readonly decidedBy: Named
  readonly decidedOn: CalendarDate
  /** Absent in decisions of the time before openings were noted. */
  readonly evidence?: EvidenceBefore
}

export interface IssuedNotice {
  readonly documentId: string
  readonly issuedOn: CalendarDate
  readonly amountPence: Pence
}

export const objectionGrounds = ['not-liable', 'too-high', 'both'] as const
export type ObjectionGrounds = (typeof objectionGrounds)[number]

export const objectionStandings = ['in-time', 'late', 'late-accepted', 'late-refused'] as const
export type ObjectionStanding = (typeof objectionStandings)[number]

export interface Objection {
  readonly receivedOn: CalendarDate
  readonly grounds: ObjectionGrounds
  readonly summary: string
  /** Who objected: the person, or another who answers for the same penalty (s.32(4)(b)). */
  readonly objector: string
  readonly standing: ObjectionStanding
  readonly lateReasons: string | null
  /** The day on which a late one was accepted; null for every other. */
  readonly acceptedLateOn: CalendarDate | null
  /** A later day agreed with the objector for the decision (s.35(7)(a)); null when none was. */
  readonly decideByAgreedOn: CalendarDate | null
}

export const determinationOutcomes = ['uphold', 'reduce', 'cancel', 'increase'] as const
export type DeterminationOutcome = (typeof determinationOutcomes)[number]

export interface Determination {
  readonly outcome: DeterminationOutcome
  readonly beforePence: Pence
  readonly amountPence: Pence
  readonly reasons: string
  /** The law's answer on the facts as they stood after the objection, with every step; null when no figure was asked for. */
  readonly snapshot: Snapshot | null
  readonly determinedBy: Named
  /** The day the objector was told, which ends the pause in the time to pay (reg. 4(2)). */
  readonly toldOn: CalendarDate
  /** Absent in determinations of the time before openings were noted. */
  readonly evidence?: EvidenceBefore
}

export interface Ending {
  readonly on: CalendarDate
  readonly why: string
}

/** One penalty: one person, one capacity, one section. */
export interface Penalty {
  readonly id: string
  readonly caseId: string
  readonly personId: string
  readonly partyId: string
  readonly capacity: Capacity
  readonly section: Section
  readonly regime: Regime
  /** When the person became responsible: the day time to issue runs from (reg. 3F). */
  readonly responsibleOn: CalendarDate
  readonly entrants: number
  readonly driverReported: boolean
  readonly stage: PenaltyStage
  readonly amountPence: Pence | null
  readonly proposal: Proposal
  readonly decision: PenaltyDecision | null
  /** Every notice issued, oldest first; the last one is in force. */
  readonly notices: readonly IssuedNotice[]
  readonly objection: Objection | null
  readonly determination: Determination | null
  readonly ended: Ending | null
}

/** What clocks and lists need of a penalty: all but what was proposed and decided, whose ladders are large. */
export interface PenaltyStanding extends Omit<Penalty, 'proposal' | 'decision' | 'determination'> {
  readonly determination: Pick<Determination, 'toldOn'> | null
}

/** The notice in force, if one was issued. */
export function noticeInForce({ notices }: Pick<Penalty, 'notices'>): IssuedNotice | undefined {
  return notices.at(-1)
}

/** Somebody has decided on it, one way or the other. */
export function isDecided({ stage }: Pick<Penalty, 'stage'>): boolean {
  return stage !== 'proposed' && stage !== 'withdrawn'
}

/** Withdrawn, and nothing else stands for that person: they have to be proposed again before the case can go on. */
export function toProposeAgain<Standing extends Pick<Penalty, 'stage' | 'personId'>>(penalties: readonly Standing[]): readonly Standing[] {
  const standing = new Set(penalties.filter(({ stage }) => stage !== 'withdrawn').map(({ personId }) => personId))
  return penalties.filter(({ stage, personId }) => stage === 'withdrawn' && !standing.has(personId))
}

export function hasEnded({ stage }: Pick<Penalty, 'stage'>): boolean {
  return (endedStages as readonly PenaltyStage[]).includes(stage)
}
