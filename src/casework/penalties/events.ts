import type { Capacity, Regime, Section } from '#law'
import type { Happening } from '#platform/decisions'
import type { CalendarDate, Pence } from '#values'
import type { FindCorrection } from './case/find-correction.ts'
import type { Incident, Triage } from './case/penalty-case.ts'
import type { CaseNoLongerFirst, CasePutFirst } from './case/priority.ts'
import type { JudgedActions } from './compliance/judged-actions.ts'
import type { JudgedSecurity } from './compliance/judged-security.ts'
import type { EvidenceBefore } from './evidence/evidence-before.ts'
import type { JudgedSize } from './means/judged-size.ts'
import type { Identity, PersonFacts, Removal } from './person/person.ts'
import type { CaseOpenedToAll, CaseRestricted } from './restriction/restriction-event.ts'
import type { ChosenReading, Determination, Ending, IssuedNotice, Named, ObjectionGrounds, PenaltyDecision, Proposal } from './penalty/penalty.ts'

export interface CaseOpened extends Happening {
  readonly type: 'case-opened'
  readonly caseId: string
  readonly reference: string
  readonly detectionId: string | null
  readonly incident: Incident
  readonly regime: Regime
  readonly openedOn: CalendarDate
  /** It came from another system, where it was counted. */
  readonly imported?: true
}

export interface CaseAllocated extends Happening {
  readonly type: 'case-allocated'
  readonly caseworker: Named
  /** Absent in what was recorded before cases could be given to others. */
  readonly how?: 'taken' | 'next-case' | 'shared-out' | 'moved'
  readonly reasons?: string
}

/** The case as a whole went to a decider: one `penalty-proposed` for each person goes with it. */
export interface AssessmentProposed extends Happening {
  readonly type: 'assessment-proposed'
  readonly section: Section
  readonly penaltyIds: readonly string[]
}

export interface CaseDecided extends Happening {
  readonly type: 'case-decided'
}

export interface CaseClosed extends Happening {
  readonly type: 'case-closed'
  readonly closedOn: CalendarDate
}

/** No proposal is left to decide: the facts are gathered again. */
export interface AssessmentWithdrawn extends Happening {
  readonly type: 'assessment-withdrawn'
}

export interface CasePartlyDecided extends Happening {
  readonly type: 'case-partly-decided'
}

export interface CaseReopened extends Happening {
  readonly type: 'case-reopened'
  readonly reasons: string
  readonly reopenedBy: Named
}

/** It ended before anybody was decided: it was the same incident twice, or there was nothing to act on. */
export interface CaseTriaged extends Happening {
  readonly type: 'case-triaged'
  readonly triage: Triage
}

/** The regime is that of the facts as the case takes them from now on. */
export interface FindCorrected extends Happening {
  readonly type: 'find-corrected'
  readonly correction: FindCorrection
  readonly regime: Regime
}

export interface FindCorrectionConsidered extends Happening {
  readonly type: 'find-correction-considered'
  readonly correctionId: string
  readonly adopt: boolean
  readonly reasons: string
  readonly consideredBy: Named
  readonly consideredOn: CalendarDate
}

/** How the vehicle arrived, condition by condition. */
export interface SecurityJudged extends Happening {
  readonly type: 'security-judged'
  readonly security: JudgedSecurity
}

export type CaseEvent =
  | CaseOpened | CaseAllocated | AssessmentProposed | AssessmentWithdrawn | CasePartlyDecided | CaseDecided | CaseClosed | CaseReopened | CaseTriaged | CasePutFirst | CaseNoLongerFirst
  | FindCorrected | FindCorrectionConsidered | SecurityJudged | CaseRestricted | CaseOpenedToAll

export interface PersonAdded extends Happening {
  readonly type: 'person-added'
  readonly personId: string
  readonly caseId: string
  readonly partyId: string
  readonly capacity: Capacity
  readonly identity: Identity
  readonly facts: PersonFacts
}

export interface PersonCorrected extends Happening {
  readonly type: 'person-corrected'
  readonly identity: Identity
  readonly facts: PersonFacts
  readonly reasons: string
}

/** Somebody else is responsible, or nobody: this person leaves the case. */
export interface PersonRemoved extends Happening {
  readonly type: 'person-removed'
  readonly removed: Removal
}

/** Whether this person complied, action by action. */
export interface ActionsJudged extends Happening {
  readonly type: 'actions-judged'
  readonly actions: JudgedActions
}

/** How big the business was shown to be. */
export interface SizeJudged extends Happening {
  readonly type: 'size-judged'
  readonly size: JudgedSize
}

export type PersonEvent = PersonAdded | PersonCorrected | PersonRemoved | ActionsJudged | SizeJudged

export interface PenaltyProposed extends Happening {
  readonly type: 'penalty-proposed'
  readonly penaltyId: string
  readonly caseId: string
  readonly personId: string
  readonly partyId: string
  readonly capacity: Capacity
  readonly section: Section
  readonly regime: Regime
  readonly responsibleOn: CalendarDate
  readonly entrants: number
  readonly driverReported: boolean
  readonly proposal: Proposal
}

/** A penalty as another system left it: decided there, perhaps notified, perhaps cancelled. Its money is in the ledger beside it. */
export interface PenaltyImported extends Happening, Omit<PenaltyProposed, 'type' | 'under'> {
  readonly type: 'penalty-imported'
  readonly importedFrom: string
  readonly oldReference: string
  readonly decision: PenaltyDecision
  readonly stage: 'issued' | 'cancelled' | 'none'
  readonly amountPence: Pence
  readonly notices: readonly IssuedNotice[]
  readonly ended: Ending | null
}

/** Taken back before anybody decided: it may be proposed again. */
export interface ProposalWithdrawn extends Happening {
  readonly type: 'proposal-withdrawn'
  readonly reasons: string
  readonly withdrawnBy: Named
  readonly withdrawnOn: CalendarDate
}

export interface PenaltyDecided extends Happening {
  readonly type: 'penalty-decided'
  readonly amountPence: Pence
  readonly reasons: string
  readonly departsFromCode: boolean
  readonly readings: readonly ChosenReading[]
  readonly selfReportOverride: string | null
  readonly decidedBy: Named
  readonly decidedOn: CalendarDate
  readonly evidence?: EvidenceBefore
}

export interface NoPenaltyDecided extends Happening {
  readonly type: 'no-penalty-decided'
  readonly reasons: string
  readonly readings: readonly ChosenReading[]
  readonly decidedBy: Named
  readonly decidedOn: CalendarDate
  readonly evidence?: EvidenceBefore
}

export interface NoticeIssued extends Happening {
  readonly type: 'notice-issued'
  readonly documentId: string
  readonly issuedOn: CalendarDate
  readonly amountPence: Pence
}

/** It came back and was issued again, elsewhere and with days of its own: the debt stays the one it was. */
export interface NoticeIssuedAgain extends Happening {
  readonly type: 'notice-issued-again'
  readonly documentId: string
  readonly issuedOn: CalendarDate
  readonly amountPence: Pence
  readonly reasons: string
}

interface ObjectionFacts extends Happening {
  readonly receivedOn: CalendarDate
  readonly grounds: ObjectionGrounds
  readonly summary: string
  readonly objector: string
  readonly lastDay: CalendarDate
}

export interface ObjectionReceived extends ObjectionFacts {
  readonly type: 'objection-received'
}

export interface LateObjectionReceived extends ObjectionFacts {
  readonly type: 'late-objection-received'
}

export interface LateObjectionAccepted extends Happening {
  readonly type: 'late-objection-accepted'
  /** Absent in what was recorded before acceptances bore a day. */
  readonly acceptedOn?: CalendarDate
  readonly reasons: string
  readonly decidedBy: Named
}

export interface LateObjectionRefused extends Happening {
  readonly type: 'late-objection-refused'
  readonly reasons: string
  readonly decidedBy: Named
}

export interface DecisionTimeAgreed extends Happening {
  readonly type: 'decision-time-agreed'
  readonly until: CalendarDate
  readonly reasons: string
}

/** The objection was decided. A change of amount is a second event beside it: `penalty-reduced`, `-cancelled` or `-increased`. */
export interface ObjectionDetermined extends Happening {
  readonly type: 'objection-determined'
  readonly determination: Determination
}

interface AmountChanged extends Happening {
  readonly fromPence: Pence
  readonly toPence: Pence
  readonly on: CalendarDate
}

export interface PenaltyReduced extends AmountChanged {
  readonly type: 'penalty-reduced'
  /** Why, where no determination says it; absent in what was recorded before. */
  readonly reasons?: string
}

export interface PenaltyIncreased extends AmountChanged {
  readonly type: 'penalty-increased'
}

export interface PenaltyCancelled extends AmountChanged {
  readonly type: 'penalty-cancelled'
  readonly reasons: string
}

export interface PenaltySettled extends Happening {
  readonly type: 'penalty-settled'
  readonly settledOn: CalendarDate
  readonly how: string
}

/** All that was owed is given up; it was not paid. */
export interface PenaltyWrittenOff extends Happening {
  readonly type: 'penalty-written-off'
  readonly on: CalendarDate
  readonly why: string
}

/** What had ended it was taken back: by the bank, or because it is to be collected after all. */
export interface PenaltyReopened extends Happening {
  readonly type: 'penalty-reopened'
  readonly reasons: string
}

export type PenaltyEvent =
  | PenaltyProposed | PenaltyImported | ProposalWithdrawn | PenaltyDecided | NoPenaltyDecided | NoticeIssued | NoticeIssuedAgain
  | ObjectionReceived | LateObjectionReceived | LateObjectionAccepted | LateObjectionRefused | DecisionTimeAgreed
  | ObjectionDetermined | PenaltyReduced | PenaltyIncreased | PenaltyCancelled | PenaltySettled | PenaltyWrittenOff | PenaltyReopened
