import { assess } from '#law'
import { isRefused, type Decision } from '#platform/decisions'
import { day, plate, pounds, type CalendarDate } from '#values'
import { assessmentInput } from '../../src/casework/penalties/assessment/assessment-input.ts'
import { proposePenalty } from '../../src/casework/penalties/assessment/propose-assessment.ts'
import { caseFacts } from '../../src/casework/penalties/case/case-from-detection.ts'
import type { Incident, PenaltyCase } from '../../src/casework/penalties/case/penalty-case.ts'
import { decidePenalty, type Deciding } from '../../src/casework/penalties/decision/decide-penalty.ts'
import type { PenaltyEvent } from '../../src/casework/penalties/events.ts'
import { receiveObjection } from '../../src/casework/penalties/objection/receive-objection.ts'
import { evolvePenalty } from '../../src/casework/penalties/penalty/evolve-penalty.ts'
import { issueNotice } from '../../src/casework/penalties/penalty/issue-notice.ts'
import type { Penalty } from '../../src/casework/penalties/penalty/penalty.ts'
import type { Identity, Person, PersonFacts } from '../../src/casework/penalties/person/person.ts'

export const caseworker = { officerId: 'rose', name: 'Rose Adeyemi' }
export const seniorOfficer = { officerId: 'ines', name: 'Ines Calder' }
export const secondSenior = { officerId: 'owen', name: 'Owen Hart' }

export const caseId = '01900000-0000-7000-8000-000000000001'
const driverId = '01900000-0000-7000-8000-000000000002'
const ownerId = '01900000-0000-7000-8000-000000000003'

export function anIncident(change: Partial<Incident> = {}): Incident {
  return {
    port: 'calais', place: 'Freight lane 4', occurredOn: day('2024-01-10'), occurredAt: null,
    transporter: 'goods-vehicle', section: '32', entrants: 2,
    tractor: { registration: plate('B 123 XYZ'), country: 'RO' }, trailer: null,
    selfReport: { raisedBy: 'search', firstSuspectedAt: null, reportedAt: null },
    atScene: { checklist: 'not-seen', instructions: 'not-asked', persons: [] },
    journeyBeganOn: null, adequatelySecured: null,
    ...change,
  }
}

export function aCase(change: Partial<Incident> = {}): PenaltyCase {
  const { incident, regime, detectionId } = caseFacts(caseId, null, anIncident(change))
  return { id: caseId, reference: 'JX-2024-000001', detectionId, incident, regime, stage: 'open', openedOn: incident.occurredOn, caseworkerId: null, caseworkerName: null, closedOn: null, corrections: [], triage: null, restricted: null, priority: null }
}

export function anIdentity(change: Partial<Identity> = {}): Identity {
  return {
    name: 'Andrei Popescu', company: null, registeredNumber: null, bornOn: null,
    address: { lines: ['12 Example Street', 'Exampletown'], country: 'Romania', source: 'Driving licence shown', asOf: day('2024-01-10') },
    noticeLanguage: 'en', email: null,
    ...change,
  }
}

export function personFacts(change: Partial<PersonFacts> = {}): PersonFacts {
  return {
    complied: null, accreditedAtIncident: false, employedByAccredited: false, absentAndActedToComply: false, duress: null,
    underContractWith: null, businessSize: null, means: null, earlierPenalties: [],
    ...change,
  }
}

export function aDriver(change: Partial<PersonFacts> = {}): Person {
  return { id: driverId, caseId, partyId: driverId, capacity: 'driver', identity: anIdentity(), facts: personFacts(change), removed: null }
}

export function anOwner(change: Partial<PersonFacts> = {}): Person {
  const identity = anIdentity({ company: 'Example Haulage SRL', registeredNumber: 'J40/123/2010', noticeLanguage: 'fr' })
  return { id: ownerId, caseId, partyId: ownerId, capacity: 'owner', identity, facts: personFacts(change), removed: null }
}

/** The events of a decision; a refusal where none was expected fails the test. */
export function eventsOf<Event extends { readonly type: string }>(decision: Decision<Event>): readonly Event[] {
  if (isRefused(decision)) throw new Error(`Refused: ${decision.refused}`)
  return decision.events
}

export function after(penalty: Penalty | undefined, decision: Decision<PenaltyEvent>): Penalty {
  const next = eventsOf(decision).reduce<Penalty | undefined>(evolvePenalty, penalty)
  if (next === undefined) throw new Error('No penalty came of it')
  return next
}

export function aPenaltyProposed(person: Person = aDriver(), found: PenaltyCase = aCase(), persons: readonly Person[] = [person]): Penalty {
  const input = assessmentInput(found, persons, { section: found.incident.section })
  const proposal = { penaltyId: `penalty-${person.id}`, section: found.incident.section, snapshot: { input, answer: assess(input) }, note: '', proposedBy: caseworker, proposedOn: found.incident.occurredOn }
  return after(undefined, proposePenalty(undefined, found, person, proposal))
}

export function deciding(change: Partial<Deciding> = {}): Deciding {
  return { amountPence: pounds(12_000), reasons: 'The code figure fits the facts.', readings: [], selfReportOverride: null, decidedBy: seniorOfficer, decidedOn: day('2024-02-20'), othersPence: [], isBarred: false, ...change }
}

export function aPenaltyDecided(): Penalty {
  const proposed = aPenaltyProposed()
  return after(proposed, decidePenalty(proposed, deciding()))
}

export function aPenaltyIssuedOn(issuedOn: string): Penalty {
  const decided = aPenaltyDecided()
  return after(decided, issueNotice(decided, { issuedOn: day(issuedOn), documentId: 'notice-1' }))
}

export function receiving(receivedOn: string): Parameters<typeof receiveObjection>[1] {
  return { receivedOn: day(receivedOn), grounds: 'too-high', summary: 'The amount is too high.', objector: 'Andrei Popescu', today: laterOf(receivedOn) }
}

export function aPenaltyObjectedOn(receivedOn: string, issuedOn = '2024-03-01'): Penalty {
  const issued = aPenaltyIssuedOn(issuedOn)
  return after(issued, receiveObjection(issued, receiving(receivedOn)))
}

function laterOf(receivedOn: string): CalendarDate {
  return day(receivedOn > '2024-06-01' ? receivedOn : '2024-06-01')
}

