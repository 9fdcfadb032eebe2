import type { Section } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { CalendarDate } from '#values'
import { driverReported, type PenaltyCase } from '../case/penalty-case.ts'
import type { AssessmentProposed, PenaltyProposed } from '../events.ts'
import { isDecided, type Named, type Penalty, type Snapshot } from '../penalty/penalty.ts'
import type { Person } from '../person/person.ts'
import { answerFor, codeFigure } from './answer-for.ts'

/** Sends the case to a decider. It may be sent again, on corrected facts, until somebody has decided. */
export function proposeAssessment(found: PenaltyCase | undefined, section: Section, penaltyIds: readonly string[]): Decision<AssessmentProposed> {
  if (found === undefined) return refuse('no-such-case')
  if (found.stage === 'closed') return refuse('case-closed')
  if (found.stage === 'decided') return refuse('already-decided')
  if (penaltyIds.length === 0) return refuse('nobody-responsible')
  return announce({ type: 'assessment-proposed', section, penaltyIds })
}

export interface ProposalFacts {
  readonly penaltyId: string
  readonly section: Section
  readonly snapshot: Snapshot
  readonly note: string
  readonly proposedBy: Named
  readonly proposedOn: CalendarDate
}

/** Stores the law's answer for one person as it was given, with the question, so that anyone can ask it again. */
export function proposePenalty(penalty: Penalty | undefined, found: PenaltyCase, person: Person, facts: ProposalFacts): Decision<PenaltyProposed> {
  if (penalty !== undefined && isDecided(penalty)) return refuse('already-decided')
  const { penaltyId, section, snapshot, note, proposedBy, proposedOn } = facts
  const { liable, perEntrantPence } = answerFor(snapshot.answer, person)
  return announce({
    type: 'penalty-proposed',
    penaltyId, section,
    caseId: found.id, personId: person.id, partyId: person.partyId, capacity: person.capacity,
    regime: snapshot.answer.regime,
    responsibleOn: found.incident.occurredOn,
    entrants: found.incident.entrants,
    driverReported: driverReported(found) && person.capacity === 'driver',
    proposal: { snapshot, codeFigurePence: codeFigure(snapshot.answer, person), perEntrantPence, liable, note, proposedBy, proposedOn },
  })
}
