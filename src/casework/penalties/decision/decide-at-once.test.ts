import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#platform/decisions'
import { newId } from '#platform/identity'
import { aDatabase } from '#test/database'
import { aDriver, anIncident, anOwner, caseworker, deciding, eventsOf } from '#test/penalties'
import { addPence, day, instant, pounds, type By } from '#values'
import { previewAssessment, proposeAssessmentOf } from '../assessment/propose-assessment.store.ts'
import { caseFacts } from '../case/case-from-detection.ts'
import { readCase } from '../case/case.store.ts'
import { openCaseOf } from '../case/open-case.store.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { addPersonTo } from '../person/person-acts.store.ts'
import { decidePenalty } from './decide-penalty.ts'
import { beside } from './others-decided.ts'

const db = await aDatabase()
const by: By = { ...caseworker, role: 'caseworker', site: 'centre', at: instant('2024-01-12T10:00:00Z'), reason: 'Working on the case' }

async function aProposedCase(): Promise<string> {
  const caseId = newId()
  eventsOf(await openCaseOf(db, caseFacts(caseId, null, anIncident({ entrants: 1 })), { by, today: day('2024-01-11') }))
  const hirer = { ...anOwner(), capacity: 'hirer' } as const
  for (const { capacity, identity, facts } of [anOwner(), aDriver(), hirer]) {
    const personId = newId()
    eventsOf(await addPersonTo(db, caseId, { personId, partyId: personId, capacity, identity, facts }, by))
  }
  const preview = await previewAssessment(db, caseId, '32')
  eventsOf(await proposeAssessmentOf(db, { caseId, section: '32', note: '', seal: preview?.seal ?? '', by, today: day('2024-01-12') }))
  return caseId
}

/** Three persons come to more than the tier, so that point has to be read. */
const decide = (penaltyId: string, amountPence = pounds(10_000)) =>
  changePenalty(db, { penaltyId, by }, (penalty, others) => decidePenalty(penalty, deciding({ amountPence, readings: [{ point: 'C2', reading: 'SOFT' }], ...beside(penalty, others) })))

test('three officers deciding three persons at the same moment never pass the aggregate together', async () => {
  const caseId = await aProposedCase()
  const ids = (await penaltiesOfCase(db, caseId)).map(({ id }) => id)
  const decisions = await Promise.all(ids.map((id) => decide(id)))
  assert.deepEqual(decisions.filter(isRefused).map(({ refused }) => refused), ['above-the-aggregate'])
  const amounts = (await penaltiesOfCase(db, caseId)).flatMap(({ amountPence }) => amountPence ?? [])
  assert.equal(addPence(...amounts), 2_000_000)
})

test('two officers deciding one person at the same moment decide it once', async () => {
  const [first] = await penaltiesOfCase(db, await aProposedCase())
  const decisions = await Promise.all([1, 2].map(() => decide(first?.id ?? '', pounds(6000))))
  assert.deepEqual(decisions.filter(isRefused).map(({ refused }) => refused), ['already-decided'])
})

test('a case with one person decided is proposed again for the others only', async () => {
  const caseId = await aProposedCase()
  const [first] = await penaltiesOfCase(db, caseId)
  eventsOf(await decide(first?.id ?? '', pounds(6000)))
  const [decided] = await penaltiesOfCase(db, caseId)
  const preview = await previewAssessment(db, caseId, '32')
  eventsOf(await proposeAssessmentOf(db, { caseId, section: '32', note: 'Again', seal: preview?.seal ?? '', by, today: day('2024-01-13') }))
  const after = await penaltiesOfCase(db, caseId)
  assert.deepEqual(after[0], decided)
  assert.deepEqual(after.slice(1).map(({ proposal }) => proposal.note), ['Again', 'Again'])
  assert.equal((await readCase(db, caseId))?.stage, 'part-decided')
})

test('references of cases opened at the same moment differ, and none of the year is skipped', async () => {
  const ids = Array.from({ length: 8 }, () => newId())
  const facts = (id: string) => caseFacts(id, null, anIncident({ occurredOn: day('2019-06-01') }))
  await Promise.all(ids.map((id) => openCaseOf(db, facts(id), { by, today: day('2019-06-02') })))
  const references = await Promise.all(ids.map(async (id) => (await readCase(db, id))?.reference))
  assert.deepEqual(references.toSorted(), ids.map((_, at) => `JX-2019-00000${at + 1}`))
})
