import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { foldHistory, type HistoryEntry, historyOf } from '#platform/events'
import { newId } from '#platform/identity'
import { aDriver, anIncident, anOwner, eventsOf } from '#test/penalties'
import { aSite } from '#test/site'
import { day, instant } from '#values'
import { previewAssessment, proposeAssessmentOf } from '../assessment/propose-assessment.store.ts'
import { caseFacts } from '../case/case-from-detection.ts'
import { readCase } from '../case/case.store.ts'
import { openCaseOf } from '../case/open-case.store.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { issueNotice } from '../penalty/issue-notice.ts'
import { penaltiesOfCase, penaltyThing, readPenalty } from '../penalty/penalty.store.ts'
import { settlePenalty } from '../penalty/settle-penalty.ts'
import { addPersonTo } from '../person/person-acts.store.ts'
import { personsOfCase } from '../person/person.store.ts'
import { penalties } from '../wire.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2026-03-20T09:00:00Z' })
const { db } = site
const caseworker = site.signedInAs('caseworker')
const decider = site.signedInAs('senior-officer')
const other = site.signedInAs('senior-officer', { id: 'second-senior', name: 'Second Senior' })
const caseId = newId()

/** A case of one driver and one owner, decided and issued on 10 March 2026. */
before(async () => {
  const by = site.by('caseworker', 'Set up by a test')
  eventsOf(await openCaseOf(db, caseFacts(caseId, null, anIncident({ occurredOn: day('2026-03-01') })), { by, today: day('2026-03-02') }))
  for (const { capacity, identity, facts } of [anOwner(), aDriver()]) {
    const personId = newId()
    eventsOf(await addPersonTo(db, caseId, { personId, partyId: personId, capacity, identity, facts }, by))
  }
  const preview = await previewAssessment(db, caseId, '32')
  eventsOf(await proposeAssessmentOf(db, { caseId, section: '32', note: '', seal: preview?.seal ?? '', by, today: day('2026-03-05') }))
  await everyoneSaysWhy()
  for (const { id } of await penaltiesOfCase(db, caseId)) {
    await decider.post(`/penalties/${id}/decision`, { outcome: 'penalty', amount: '12000', reasons: 'The code figure fits.' })
    eventsOf(await changePenalty(db, { penaltyId: id, by }, (penalty) => issueNotice(penalty, { issuedOn: day('2026-03-20'), documentId: newId() })))
  }
})

async function everyoneSaysWhy(): Promise<void> {
  for (const asker of [caseworker, decider, other]) await asker.post(`/cases/${caseId}/reason`, { reason: 'objection' })
}

const penaltyFor = async (capacity: string) => (await penaltiesOfCase(db, caseId)).find((penalty) => penalty.capacity === capacity)?.id ?? ''
const objection = { objector: 'Example Haulage SRL', grounds: 'too-high', summary: 'We kept every checklist.' }

describe('an objection by the owner, in time', () => {
  test('the page shows the last day with its explanation before anything is typed', async () => {
    const { body } = await caseworker.get(`/penalties/${await penaltyFor('owner')}/objection`)
    assert.match(body, /datetime="2026-04-17"/)
    assert.match(body, /28 days/)
  })
  test('is recorded on its last day', async () => {
    site.clock.set(instant('2026-04-17T12:00:00Z'))
    await everyoneSaysWhy()
    const id = await penaltyFor('owner')
    assert.equal((await caseworker.post(`/penalties/${id}/objection`, { ...objection, receivedOn: '2026-04-18' })).statusCode, 409)
    assert.equal((await caseworker.post(`/penalties/${id}/objection`, { ...objection, receivedOn: '2026-04-17' })).headers.location, `/penalties/${id}`)
    assert.partialDeepStrictEqual(await readPenalty(db, id), { stage: 'objected', objection: { standing: 'in-time' } })
  })
  test('more time to decide is agreed, and only a later day', async () => {
    const id = await penaltyFor('owner')
    assert.equal((await caseworker.post(`/penalties/${id}/decision-time`, { until: '2026-05-29', reasons: 'Accounts are coming.' })).statusCode, 409)
    assert.equal((await caseworker.post(`/penalties/${id}/decision-time`, { until: '2026-06-30', reasons: 'Accounts are coming.' })).statusCode, 303)
  })
  test('what is found on the owner changes the figure shown to whoever determines', async () => {
    const id = await penaltyFor('owner')
    const owner = (await personsOfCase(db, caseId)).find(({ capacity }) => capacity === 'owner')
    const found = await decider.post(`/cases/${caseId}/persons/${owner?.id}`, {
      company: 'Example Haulage SRL', name: 'A. Director', addressLines: '9 Example Street', country: 'Romania', addressSource: 'Letter', addressAsOf: '2026-04-10', noticeLanguage: 'fr',
      complied: 'yes', compliedEvidence: 'Checklists', compliedReasons: 'Complete and signed.', reasons: 'Sent with the objection.',
    })
    assert.equal(found.statusCode, 303)
    assert.match((await other.get(`/penalties/${id}/determination`)).body, /It is now <strong class="figures">£6,000<\/strong>, less than what was decided/)
  })
  test('the officer who decided cannot determine it; another can', async () => {
    const id = await penaltyFor('owner')
    const determination = { outcome: 'reduce', amount: '6,000', reasons: 'The actions were shown.', toldOn: '2026-04-20' }
    const refused = await decider.post(`/penalties/${id}/determination`, determination)
    assert.equal(refused.statusCode, 409)
    assert.match(refused.body, /another officer must determine/)
    assert.equal((await other.post(`/penalties/${id}/determination`, { ...determination, amount: '' })).statusCode, 422)
    assert.equal((await other.post(`/penalties/${id}/determination`, determination)).statusCode, 303)
    assert.partialDeepStrictEqual(await readPenalty(db, id), { stage: 'determined', amountPence: 600_000 })
    const { body } = await other.get(`/penalties/${id}`)
    assert.match(body, /£12,000<\/span> became <strong class="figures">£6,000/)
  })
})

describe('an objection by the driver, a day late', () => {
  test('is recorded with a warning and waits for a senior officer', async () => {
    site.clock.set(instant('2026-04-18T08:00:00Z'))
    await everyoneSaysWhy()
    const id = await penaltyFor('driver')
    assert.equal((await caseworker.post(`/penalties/${id}/objection`, { ...objection, objector: 'Andrei Popescu', receivedOn: '2026-04-18' })).statusCode, 303)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Accept or refuse the late objection/)
    assert.equal((await caseworker.get(`/penalties/${id}/late-objection`)).statusCode, 403)
  })
  test('refused with reasons, the notice stands', async () => {
    const id = await penaltyFor('driver')
    assert.equal((await decider.post(`/penalties/${id}/late-objection`, { answer: 'refuse' })).statusCode, 422)
    assert.equal((await decider.post(`/penalties/${id}/late-objection`, { answer: 'refuse', reasons: 'No reason was given for the delay.' })).statusCode, 303)
    assert.equal((await readPenalty(db, id))?.stage, 'issued')
  })
})

describe('the end of the case', () => {
  test('cannot be declared while something is owed', async () => {
    assert.equal((await caseworker.post(`/cases/${caseId}/close`)).statusCode, 409)
  })
  test('comes with the last payment', async () => {
    const by = site.by('finance', 'Payment booked')
    for (const { id } of await penaltiesOfCase(db, caseId)) {
      eventsOf(await changePenalty(db, { penaltyId: id, by }, (penalty) => settlePenalty(penalty, { settledOn: day('2026-04-18'), how: 'Paid in full' })))
    }
    assert.partialDeepStrictEqual(await readCase(db, caseId), { stage: 'closed', closedOn: '2026-04-18' })
    for (const penalty of await penaltiesOfCase(db, caseId)) assert.deepEqual(await foldHistory(db, penaltyThing, penalty.id), penalty)
  })
  test('the timeline tells everything in order, newest first, with who and why', async () => {
    const { body } = await caseworker.get(`/cases/${caseId}`)
    const told = ['Case closed', 'Settled: Paid in full', 'Reduced from £12,000 to £6,000', 'Assessment proposed under section 32', 'JX-2026-000001 opened']
    const places = told.map((text) => body.indexOf(text))
    assert.deepEqual(places, [...places].sort((one, next) => one - next))
    assert.ok(!places.includes(-1), String(places))
    assert.match((await site.signedInAs('auditor').get(`/cases/${caseId}?timeline=looks`)).body, /Why are you looking/)
  })
  test('every act names its officer', async () => {
    const history: readonly HistoryEntry[] = (await Promise.all((await penaltiesOfCase(db, caseId)).map(({ id }) => historyOf(db, 'penalty', id)))).flat()
    assert.ok(history.every(({ by }) => by.name !== '' && by.reason !== undefined))
  })
})
