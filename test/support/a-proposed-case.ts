import type { Section } from '#law'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { aDriver, anIncident, anOwner, caseworker, deciding, eventsOf, seniorOfficer } from '#test/penalties'
import { day, instant, type By, type Pence } from '#values'
import { previewAssessment, proposeAssessmentOf } from '../../src/casework/penalties/assessment/propose-assessment.store.ts'
import { caseFacts } from '../../src/casework/penalties/case/case-from-detection.ts'
import { openCaseOf } from '../../src/casework/penalties/case/open-case.store.ts'
import type { Incident } from '../../src/casework/penalties/case/penalty-case.ts'
import { decidePenalty } from '../../src/casework/penalties/decision/decide-penalty.ts'
import { beside } from '../../src/casework/penalties/decision/others-decided.ts'
import { changePenalty } from '../../src/casework/penalties/penalty/change-penalty.store.ts'
import { issueNotice } from '../../src/casework/penalties/penalty/issue-notice.ts'
import { readPenalty, penaltiesOfCase } from '../../src/casework/penalties/penalty/penalty.store.ts'
import { postDebt } from '../../src/casework/penalties/payment/debt.store.ts'
import { addPersonTo } from '../../src/casework/penalties/person/person-acts.store.ts'

export const byCaseworker: By = { ...caseworker, role: 'caseworker', site: 'centre', at: instant('2024-01-12T10:00:00Z'), reason: 'Working on the case' }
export const bySenior: By = { ...seniorOfficer, role: 'senior-officer', site: 'centre', at: instant('2024-02-20T10:00:00Z'), reason: 'Working on the case' }

/** A find of 10 January 2024 with its case and a driver and an owner on it, waiting for nothing but a proposal. */
export async function anOpenCase(db: Database, change: Partial<Incident> = {}): Promise<string> {
  const caseId = newId()
  eventsOf(await openCaseOf(db, caseFacts(caseId, caseId, anIncident(change)), { by: byCaseworker, today: day('2024-01-11') }))
  for (const { capacity, identity, facts } of [anOwner(), aDriver()]) {
    const personId = newId()
    eventsOf(await addPersonTo(db, caseId, { personId, partyId: personId, capacity, identity, facts }, byCaseworker))
  }
  return caseId
}

/** Proposed by the caseworker under one section, on the facts as they stand. */
export async function propose(db: Database, caseId: string, section: Section = '32'): Promise<void> {
  const preview = await previewAssessment(db, caseId, section)
  eventsOf(await proposeAssessmentOf(db, { caseId, section, note: '', seal: preview?.seal ?? '', by: byCaseworker, today: day('2024-01-12') }))
}

export async function aProposedCase(db: Database): Promise<string> {
  const caseId = await anOpenCase(db)
  await propose(db, caseId)
  return caseId
}

/** The penalty of the driver or of the owner under one section. */
export async function penaltyFor(db: Database, caseId: string, capacity: 'driver' | 'owner', section: Section = '32'): Promise<string> {
  const found = (await penaltiesOfCase(db, caseId)).find((each) => each.capacity === capacity && each.section === section)
  if (found === undefined) throw new Error(`No ${capacity} is proposed under section ${section}`)
  return found.id
}

export async function decide(db: Database, penaltyId: string, amountPence: Pence): Promise<void> {
  eventsOf(await changePenalty(db, { penaltyId, by: bySenior }, (penalty, others) => decidePenalty(penalty, deciding({ amountPence, ...beside(penalty, others) }))))
}

/** Notice issued and owed, dated 1 March 2024. */
export async function issue(db: Database, penaltyId: string): Promise<void> {
  const issuedOn = day('2024-03-01')
  eventsOf(await changePenalty(db, { penaltyId, by: bySenior }, (penalty) => issueNotice(penalty, { issuedOn, documentId: newId() })))
  const amountPence = (await readPenalty(db, penaltyId))?.amountPence
  if (amountPence === undefined || amountPence === null) throw new Error('A notice needs an amount')
  await postDebt(db, { penaltyId, amountPence, on: issuedOn, source: `notice:${penaltyId}`, by: bySenior })
}
