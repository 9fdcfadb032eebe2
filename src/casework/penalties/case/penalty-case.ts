import type { Capacity, Regime, Section, Transporter } from '#law'
import type { CalendarDate, Instant, Plate, Port } from '#values'
import type { JudgedSecurity } from '../compliance/judged-security.ts'
import type { Named } from '../penalty/penalty.ts'
import type { FindCorrection } from './find-correction.ts'
import type { Priority } from './priority.ts'

/** `open`: facts and persons are gathered. `proposed`: amounts wait for a decision. `part-decided`: some persons have one. `decided`: all do. */
export const caseStages = ['open', 'proposed', 'part-decided', 'decided', 'closed'] as const
export type CaseStage = (typeof caseStages)[number]

/** Those in which somebody may still have something to do. */
export const activeStages = caseStages.filter((stage) => stage !== 'closed')

/** Who first said that there were people in the vehicle. */
export const alarmRaisers = ['driver', 'search', 'dog', 'police', 'public', 'other'] as const
export type AlarmRaiser = (typeof alarmRaisers)[number]

/** Asked first, because drivers who report are not to be punished for it (operations.md 9.8). */
export interface SelfReport {
  readonly raisedBy: AlarmRaiser
  readonly firstSuspectedAt: Instant | null
  readonly reportedAt: Instant | null
}

/** Not asked is an answer of its own, and is not held against anybody. */
export const sightings = ['seen', 'not-seen', 'not-asked'] as const
export type Sighting = (typeof sightings)[number]

/** What the lane saw, which need not be asked for again by letter (operations.md 7). */
export interface AtScene {
  readonly checklist: Sighting
  readonly instructions: Sighting
  readonly persons: readonly { readonly capacity: Capacity; readonly name: string; readonly company: string | null }[]
}

export interface Vehicle {
  readonly registration: Plate
  readonly country: string | null
}

/** What was found, as the case takes it: at its opening, and since then corrected at the port where nothing had been decided on it. */
export interface Incident {
  readonly port: Port
  readonly place: string
  readonly occurredOn: CalendarDate
  readonly occurredAt: Instant | null
  readonly transporter: Transporter
  readonly section: Section
  readonly entrants: number
  readonly tractor: Vehicle | null
  readonly trailer: Vehicle | null
  readonly selfReport: SelfReport
  readonly atScene: AtScene
  /** When the journey began, where it may straddle a change of law; null when that makes no difference. */
  readonly journeyBeganOn: CalendarDate | null
  /** Section 31A only, as it was referred; null when nobody has looked. Where the conditions were judged one by one they count instead. */
  readonly adequatelySecured: boolean | null
  readonly security?: JudgedSecurity
}

export interface PenaltyCase {
  readonly id: string
  /** JX-YYYY-NNNNNN: what everyone calls the case. */
  readonly reference: string
  /** The find at the border that it came from; null when it was referred by paper. */
  readonly detectionId: string | null
  readonly incident: Incident
  readonly regime: Regime
  readonly stage: CaseStage
  readonly openedOn: CalendarDate
  readonly caseworkerId: string | null
  readonly caseworkerName: string | null
  readonly closedOn: CalendarDate | null
  /** What the port corrected since the case opened, oldest first. */
  readonly corrections: readonly FindCorrection[]
  /** How it ended without a decision on anybody; null where it did not. */
  readonly triage: Triage | null
  /** Who alone may know of it; null where every reader may. */
  readonly restricted: Restriction | null
  /** Why it is dealt with before others, and by when; null where it is not. */
  readonly priority: Priority | null
}

/** A case closed to all but some: somebody of ours stands in it, an informer could be harmed, a minister asks about it. */
export interface Restriction {
  readonly to: readonly Named[]
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

/** Why nothing is done about an incident. A list to choose from, so that reasons can be counted. */
export const noActionReasons = ['no-breach', 'outside-the-law', 'driver-reported', 'nobody-traceable', 'too-late', 'not-in-the-public-interest', 'other'] as const
export type NoActionReason = (typeof noActionReasons)[number]

export type Triage = { readonly reasons: string; readonly by: Named; readonly on: CalendarDate } & (
  | { readonly as: 'no-action'; readonly because: NoActionReason }
  | { readonly as: 'duplicate'; readonly ofCaseId: string; readonly ofReference: string }
)

/** What rights ask about a case. */
export function subjectOf({ stage, incident, restricted }: Pick<PenaltyCase, 'stage' | 'incident' | 'restricted'>) {
  return { state: stage, site: incident.port, onlyFor: restricted === null ? null : restricted.to.map(({ officerId }) => officerId) }
}

/** Whether the driver was the one who raised the alarm. */
export function driverReported({ incident }: PenaltyCase): boolean {
  return incident.selfReport.raisedBy === 'driver'
}
