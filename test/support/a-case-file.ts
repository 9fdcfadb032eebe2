import { assess, type AssessmentInput } from '#law'
import { announce } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { day, instant, pence, plate, type By, type CalendarDate, type Pence } from '#values'
import { codeFigure } from '../../src/casework/penalties/assessment/answer-for.ts'
import { assessmentInput } from '../../src/casework/penalties/assessment/assessment-input.ts'
import { caseThing } from '../../src/casework/penalties/case/case.store.ts'
import { evolveCase } from '../../src/casework/penalties/case/evolve-case.ts'
import type { CaseEvent, PenaltyEvent, PersonEvent } from '../../src/casework/penalties/events.ts'
import { authorityFor } from '../../src/casework/penalties/notice/authority.ts'
import type { CaseFile } from '../../src/casework/penalties/notice/gather-letter-facts.ts'
import { evolvePenalty } from '../../src/casework/penalties/penalty/evolve-penalty.ts'
import type { Penalty } from '../../src/casework/penalties/penalty/penalty.ts'
import { penaltyThing } from '../../src/casework/penalties/penalty/penalty.store.ts'
import { evolvePerson } from '../../src/casework/penalties/person/evolve-person.ts'
import type { Person, PersonFacts } from '../../src/casework/penalties/person/person.ts'
import { personThing } from '../../src/casework/penalties/person/person.store.ts'

const uuid = (tail: number): string => `01890000-0000-7000-8000-${String(tail).padStart(12, '0')}`

export const ids = { case: uuid(1), driver: uuid(11), owner: uuid(12), driverParty: uuid(21), ownerParty: uuid(22), driverPenalty: uuid(31), ownerPenalty: uuid(32) } as const

export const senior = { officerId: 'test-senior', name: 'Test Senior Officer' } as const
export const caseworker = { officerId: 'test-caseworker', name: 'Test Caseworker' } as const

export function byOfficer(at: CalendarDate, officer: { readonly officerId: string; readonly name: string } = senior): By {
  return { ...officer, role: 'senior-officer', site: 'centre', at: instant(`${at}T09:00:00Z`), reason: 'Working on the case' }
}

const asNobodyJudged: PersonFacts = {
  complied: null, accreditedAtIncident: false, employedByAccredited: false, absentAndActedToComply: false,
  duress: null, underContractWith: null, businessSize: null, means: null, earlierPenalties: [],
}

const address = (...lines: readonly string[]) => ({ lines, country: 'Romania', source: 'licence', asOf: day('2023-02-23') })

const opened: CaseEvent = {
  type: 'case-opened', caseId: ids.case, reference: 'JX-2023-000042', detectionId: null, regime: 'R2023', openedOn: day('2023-02-24'),
  incident: {
    port: 'calais', place: 'Calais', occurredOn: day('2023-02-23'), occurredAt: instant('2023-02-23T03:15:00Z'), transporter: 'goods-vehicle', section: '32', entrants: 8,
    tractor: { registration: plate('TS12ABC'), country: 'RO' }, trailer: { registration: plate('TS34XYZ'), country: 'RO' },
    selfReport: { raisedBy: 'dog', firstSuspectedAt: null, reportedAt: null }, atScene: { checklist: 'not-seen', instructions: 'not-seen', persons: [] }, journeyBeganOn: null, adequatelySecured: null,
  },
}

/** A driver who reads French and the company he works for, in the figures of KLG Trucking: 8 entrants, Calais, 23 February 2023. */
const added: readonly PersonEvent[] = [
  {
    type: 'person-added', personId: ids.driver, caseId: ids.case, partyId: ids.driverParty, capacity: 'driver',
    identity: { name: 'Test Driver Ștefănescu', company: null, registeredNumber: 'DL-0001', bornOn: null, address: address('Strada Încercării 1', '300001 Timișoara'), noticeLanguage: 'fr', email: null },
    facts: { ...asNobodyJudged, underContractWith: ids.ownerParty },
  },
  {
    type: 'person-added', personId: ids.owner, caseId: ids.case, partyId: ids.ownerParty, capacity: 'owner',
    identity: { name: 'Test Director', company: 'Test Haulage SRL', registeredNumber: 'RO-0002', bornOn: null, address: address('Strada Transportului 2', '300002 Timișoara'), noticeLanguage: 'en', email: null },
    facts: { ...asNobodyJudged, businessSize: 'medium' },
  },
]

const reasons = [
  'Eight people were found behind boxes in the load space. The roof canvas had been cut and the tilt cord was slack.',
  'No checklist was in the cab, and the driver said that the vehicle was last checked before loading.',
].join('\n\n')

function assessed(persons: readonly Person[]): { readonly input: AssessmentInput; readonly answer: ReturnType<typeof assess> } {
  const input = assessmentInput(evolveCase(undefined, opened), persons, { section: '32' })
  return { input, answer: assess(input) }
}

function penaltyEvents(persons: readonly Person[], person: Person, penaltyId: string): readonly PenaltyEvent[] {
  const snapshot = assessed(persons)
  const figure = codeFigure(snapshot.answer, person) ?? pence(0)
  return [
    {
      type: 'penalty-proposed', penaltyId, caseId: ids.case, personId: person.id, partyId: person.partyId, capacity: person.capacity,
      section: '32', regime: 'R2023', responsibleOn: day('2023-02-23'), entrants: 8, driverReported: false,
      proposal: { snapshot, codeFigurePence: figure, perEntrantPence: pence(figure / 8), liable: true, note: '', proposedBy: caseworker, proposedOn: day('2023-03-01') },
    },
    { type: 'penalty-decided', amountPence: figure, reasons, departsFromCode: false, readings: [], selfReportOverride: null, decidedBy: senior, decidedOn: day('2023-03-02') },
  ]
}

const persons: readonly Person[] = added.map((event) => evolvePerson(undefined, event))

const decided = persons.map((person) => {
  const penaltyId = person.capacity === 'driver' ? ids.driverPenalty : ids.ownerPenalty
  return { penaltyId, events: penaltyEvents(persons, person, penaltyId) }
})

/** The case as it stands once both penalties are decided and before any notice. */
export function aCaseFile(): CaseFile {
  return {
    found: evolveCase(undefined, opened),
    persons,
    penalties: decided.map(({ events }) => folded(events)),
    authority: authorityFor(true, []),
    demonstration: true,
    on: day('2023-03-02'),
    representatives: [],
  }
}

export function penaltyOf(file: CaseFile, id: string): Penalty {
  const penalty = file.penalties.find((each) => each.id === id)
  if (penalty === undefined) throw new Error(`No penalty ${id} in the case file`)
  return penalty
}

/** A notice, an objection on the 17th day and its decision: reduced because the company complied. */
export function objectionEvents(beforePence: Pence, toPence: Pence): readonly PenaltyEvent[] {
  const snapshot = assessed(persons.map((person) => (person.capacity === 'owner' ? complying(person) : person)))
  const reasons = 'The company has shown that it took each of the actions required of it.'
  const determinedBy = { officerId: 'other', name: 'Test Other Senior' }
  return [
    { type: 'notice-issued', documentId: uuid(99), issuedOn: day('2023-03-03'), amountPence: beforePence },
    { type: 'objection-received', receivedOn: day('2023-03-20'), grounds: 'too-high', summary: 'We complied', objector: 'Test Haulage SRL', lastDay: day('2023-03-31') },
    { type: 'objection-determined', determination: { outcome: 'reduce', beforePence, amountPence: toPence, reasons, snapshot, determinedBy, toldOn: day('2023-05-02') } },
    { type: 'penalty-reduced', fromPence: beforePence, toPence, on: day('2023-05-02') },
  ]
}

/** The owner's penalty once that objection has been decided. */
export function objectedAndReduced(penalty: Penalty, toPence: Pence): Penalty {
  return objectionEvents(penalty.amountPence ?? pence(0), toPence).reduce(evolvePenalty, penalty)
}

function complying(person: Person): Person {
  const complied = { found: true, evidence: 'Instructions, training records', reasons: 'Shown' }
  return { ...person, facts: { ...person.facts, complied } }
}

function folded(events: readonly PenaltyEvent[]): Penalty {
  const penalty = events.reduce<Penalty | undefined>(evolvePenalty, undefined)
  if (penalty === undefined) throw new Error('A penalty needs an event')
  return penalty
}

/** Writes the same case into a database, through its things. */
export async function keepCaseFile(db: Database, by: By = byOfficer(day('2023-03-02'))): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await changeIn(tx, caseThing, { id: ids.case, by }, () => announce(opened, { type: 'assessment-proposed', section: '32', penaltyIds: [ids.driverPenalty, ids.ownerPenalty] }, { type: 'case-decided' }))
    for (const event of added) {
      if (event.type === 'person-added') await changeIn(tx, personThing, { id: event.personId, by }, () => announce(event))
    }
    for (const { penaltyId, events } of decided) await changeIn(tx, penaltyThing, { id: penaltyId, by }, () => announce(...events))
  })
}
