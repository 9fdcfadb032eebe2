import { assess } from '#law'
import { announce, type Announced } from '#platform/decisions'
import { subtractPence, type CalendarDate } from '#values'
import { answerFor, codeFigure } from '../assessment/answer-for.ts'
import { assessmentInput } from '../assessment/assessment-input.ts'
import { driverReported, type PenaltyCase } from '../case/penalty-case.ts'
import type { PenaltyImported } from '../events.ts'
import type { Named, PenaltyDecision, Proposal } from '../penalty/penalty.ts'
import type { Identity, Person, PersonFacts } from '../person/person.ts'
import type { Incident } from '../case/penalty-case.ts'
import { issuedOf, type OldRow } from './old-row.ts'

/** The incident that the rows of one old case tell. */
export function oldIncident(row: OldRow, source: string): Incident {
  const country = row.country === '' ? null : row.country.toUpperCase()
  const vehicle = (registration: OldRow['tractor']) => (registration === '' ? null : { registration, country })
  return {
    port: row.control, place: row.place || source, occurredOn: row.incident_on, occurredAt: null,
    transporter: row.carried_by, section: row.section, entrants: row.entrants,
    tractor: vehicle(row.tractor), trailer: vehicle(row.trailer),
    selfReport: { raisedBy: row.alarm_raised_by, firstSuspectedAt: null, reportedAt: null },
    atScene: { checklist: 'not-asked', instructions: 'not-asked', persons: [] },
    journeyBeganOn: null, adequatelySecured: row.section === '31A' ? false : null,
  }
}

export function oldIdentity(row: OldRow, source: string): Identity {
  return {
    name: row.name, company: row.company || null, registeredNumber: row.registered_number || null, bornOn: null, noticeLanguage: 'en', email: null,
    address: { lines: row.address.split(/\s*[\n;]\s*/), country: row.address_country, source, asOf: row.decided_on },
  }
}

/** Nobody's findings came with the file, so none are made up: the law reads each as not shown. */
export const nothingFound: PersonFacts = {
  complied: null, accreditedAtIncident: false, employedByAccredited: false, absentAndActedToComply: false,
  duress: null, underContractWith: null, businessSize: null, means: null, earlierPenalties: [],
}

export interface ImportedFrom {
  readonly source: string
  readonly penaltyId: string
  readonly documentId: string
  readonly letInBy: Named
  readonly on: CalendarDate
}

/** A penalty as another system left it, in one event that says where it came from. The law is asked again beside it; what was decided stays what was decided. */
export function importPenalty(row: OldRow, found: PenaltyCase, person: Person, { source, penaltyId, documentId, letInBy, on }: ImportedFrom): Announced<PenaltyImported> {
  const input = assessmentInput(found, [person], { section: row.section })
  const answer = assess(input)
  const { liable, perEntrantPence } = answerFor(answer, person)
  const codeFigurePence = codeFigure(answer, person)
  const proposal: Proposal = { snapshot: { input, answer }, codeFigurePence, perEntrantPence, liable, note: `Came in from ${source}`, proposedBy: letInBy, proposedOn: on }
  return announce({
    type: 'penalty-imported',
    penaltyId, caseId: found.id, personId: person.id, partyId: person.partyId, capacity: row.capacity,
    section: row.section, regime: answer.regime, responsibleOn: row.incident_on, entrants: row.entrants,
    driverReported: driverReported(found) && row.capacity === 'driver',
    importedFrom: source, oldReference: row.old_reference, proposal,
    decision: oldDecision(row, codeFigurePence),
    stage: row.standing,
    amountPence: row.standing === 'none' ? row.decided_pence : subtractPence(issuedOf(row), row.taken_off_pence),
    notices: row.notice_on === null ? [] : [{ documentId, issuedOn: row.notice_on, amountPence: row.decided_pence }],
    ended: row.standing === 'issued' ? null : { on: row.decided_on, why: row.reasons },
  })
}

function oldDecision(row: OldRow, codeFigurePence: number | null): PenaltyDecision {
  return {
    outcome: row.standing === 'none' ? 'none' : 'penalty', amountPence: row.decided_pence, reasons: row.reasons, departsFromCode: row.decided_pence !== codeFigurePence,
    readings: [], selfReportOverride: null, decidedBy: decidedBefore(row), decidedOn: row.decided_on,
  }
}

/** Whoever decided before us is nobody's account here. */
export function decidedBefore({ decided_by: name }: Pick<OldRow, 'decided_by'>): Named {
  return { officerId: `before:${name}`, name }
}
