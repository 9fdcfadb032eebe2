import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { historyOfStream } from '#platform/events'
import { newId } from '#platform/identity'
import { aSite } from '#test/site'
import { anIncident, eventsOf } from '#test/penalties'
import { day, instantOfEpochMs, epochMsOf, type Instant } from '#values'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { caseFacts } from './case-from-detection.ts'
import { openCaseOf } from './open-case.store.ts'

const site = await aSite({ wirings: [penalties], site: 'centre' })
const { db } = site
const caseworker = site.signedInAs('caseworker')
const senior = site.signedInAs('senior-officer')
const caseId = newId()

const person = {
  name: 'Test Driver', addressLines: '1 Example Street', country: 'Romania', addressSource: 'Driving licence', addressAsOf: '2026-03-01', noticeLanguage: 'en',
}

before(async () => {
  const incident = anIncident({ occurredOn: day('2026-03-01'), entrants: 3 })
  eventsOf(await openCaseOf(db, caseFacts(caseId, null, incident), { by: site.by('caseworker', 'Opened in a test'), today: day('2026-03-02') }))
})

describe('the work list', () => {
  test('shows the case with its nearest last day, which is the 180th day', async () => {
    const { statusCode, body } = await caseworker.get('/cases')
    assert.equal(statusCode, 200)
    assert.match(body, /JX-2026-000001/)
    assert.match(body, /datetime="2026-08-27"/)
    assert.match(body, /1 case</)
  })
  test('its filters are in the address, and a heading says how it is sorted', async () => {
    const { body } = await caseworker.get('/cases?place=dunkerque')
    assert.doesNotMatch(body, /JX-2026-000001/)
    assert.match((await caseworker.get('/cases?sort=reference&down=yes')).body, /aria-sort="descending"/)
    assert.equal((await caseworker.get('/cases?sort=secret')).statusCode, 400)
  })
  test('leaves as CSV under the same right, with the same rows', async () => {
    const { headers, body } = await caseworker.get('/cases.csv')
    assert.match(String(headers['content-type']), /text\/csv/)
    assert.match(body, /^case,place,.*\r\nJX-2026-000001,Calais,2026-03-01,32,B123XYZ,3,0,search,/)
    assert.doesNotMatch((await caseworker.get('/cases.csv?place=dunkerque')).body, /JX-/)
  })
  test('is hidden from those without the right: list, count and export alike', async () => {
    for (const role of ['lane-officer', 'duty-officer-uk', 'analyst', 'watchlist-owner'] as const) {
      const statuses = await Promise.all(['/cases', '/cases.csv', `/cases/${caseId}`].map(async (url) => (await site.signedInAs(role).get(url)).statusCode))
      assert.deepEqual(statuses, [403, 403, 403], role)
    }
  })
  test('shows finance nothing until something is decided', async () => {
    const finance = site.signedInAs('finance')
    assert.doesNotMatch((await finance.get('/cases')).body, /JX-2026-000001/)
    assert.doesNotMatch((await finance.get('/cases.csv')).body, /JX-/)
    assert.equal((await finance.get(`/cases/${caseId}`)).statusCode, 403)
  })
})

describe('a case', () => {
  test('asks why before it opens, and nothing of it is shown meanwhile', async () => {
    const { body } = await caseworker.get(`/cases/${caseId}`)
    assert.match(body, /Why are you looking at this case/)
    assert.doesNotMatch(body, /JX-2026-000001/)
    assert.equal((await caseworker.post(`/cases/${caseId}/take`)).statusCode, 409)
  })
  test('opens once the reason is said, and logs each look with it', async () => {
    assert.equal((await caseworker.post(`/cases/${caseId}/reason`, { reason: 'other' })).statusCode, 422)
    const said = await caseworker.post(`/cases/${caseId}/reason`, { reason: 'own-work', comeBackTo: `/cases/${caseId}` })
    assert.equal(said.headers.location, `/cases/${caseId}`)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Add the persons responsible/)
    const looks = await historyOfStream(db, `look:case:${caseId}`)
    assert.deepEqual(looks.map(({ by }) => [by.role, by.reason]), [['caseworker', 'I am working on this case']])
  })
  test('never sends anybody to another website for having said why', async () => {
    const said = await caseworker.post(`/cases/${caseId}/reason`, { reason: 'own-work', comeBackTo: 'https://example.org/cases/1' })
    assert.equal(said.headers.location, `/cases/${caseId}`)
  })
  test('the reason holds for twelve hours and for this officer alone', async () => {
    assert.match((await senior.get(`/cases/${caseId}`)).body, /Why are you looking/)
    await senior.post(`/cases/${caseId}/reason`, { reason: 'deciding' })
    assert.match((await senior.get(`/cases/${caseId}`)).body, /JX-2026-000001/)
  })
  test('is taken by a caseworker', async () => {
    assert.equal((await caseworker.post(`/cases/${caseId}/take`)).statusCode, 303)
    assert.match((await caseworker.get('/cases?mine=yes')).body, /JX-2026-000001/)
  })
})

describe('from persons to a decision', () => {
  test('a finding without evidence comes back with everything typed still there', async () => {
    const { statusCode, body } = await caseworker.post(`/cases/${caseId}/persons/new`, { ...person, capacity: 'driver', complied: 'yes' })
    assert.equal(statusCode, 422)
    assert.match(body, /Say what evidence this rests on/)
    assert.match(body, /value="Test Driver"/)
  })
  test('a person is added', async () => {
    const added = await caseworker.post(`/cases/${caseId}/persons/new`, { ...person, capacity: 'driver' })
    assert.equal(added.headers.location, `/cases/${caseId}`)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Test Driver/)
  })
  test('the proposal shows each step with its source, and stores what was read', async () => {
    const { body } = await caseworker.get(`/cases/${caseId}/assessment`)
    assert.match(body, /£18,000/)
    assert.match(body, /Did not apply/)
    assert.match(body, /href="\/law\/immigration-and-asylum-act-1999-s-32/)
    const seal = /name="seal" value="(\w+)"/.exec(body)?.[1] ?? ''
    assert.equal((await caseworker.post(`/cases/${caseId}/assessment`, { section: '32', seal: '0'.repeat(16) })).statusCode, 409)
    assert.equal((await caseworker.post(`/cases/${caseId}/assessment`, { section: '32', seal, note: 'First incident.' })).statusCode, 303)
  })
  test('a caseworker cannot decide, and a senior officer cannot propose', async () => {
    const [penalty] = await penaltiesOfCase(db, caseId)
    assert.equal((await caseworker.get(`/penalties/${penalty?.id}/decision`)).statusCode, 403)
    assert.equal((await senior.get(`/cases/${caseId}/assessment`)).statusCode, 403)
  })
  test('a decision needs its reasons and its amount', async () => {
    const [penalty] = await penaltiesOfCase(db, caseId)
    const { statusCode, body } = await senior.post(`/penalties/${penalty?.id}/decision`, { outcome: 'penalty' })
    assert.equal(statusCode, 422)
    assert.match(body, /Give your reasons/)
    assert.match(body, /Enter the amount/)
  })
  test('above the maximum it is refused in words, with what was typed kept', async () => {
    const [penalty] = await penaltiesOfCase(db, caseId)
    const { statusCode, body } = await senior.post(`/penalties/${penalty?.id}/decision`, { outcome: 'penalty', amount: '30,000.01', reasons: 'Too many.' })
    assert.equal(statusCode, 409)
    assert.match(body, /above the most the regulations allow/)
    assert.match(body, /value="30,000.01"/)
  })
  test('decided, the case leaves the deciders and finance may see it', async () => {
    const [penalty] = await penaltiesOfCase(db, caseId)
    const decided = await senior.post(`/penalties/${penalty?.id}/decision`, { outcome: 'penalty', amount: '£18,000', reasons: 'The code figure fits.' })
    assert.equal(decided.statusCode, 303)
    const [after] = await penaltiesOfCase(db, caseId)
    assert.partialDeepStrictEqual(after, { stage: 'decided', amountPence: 1_800_000, decision: { decidedBy: { officerId: senior.officer.id } } })
    assert.match((await site.signedInAs('finance').get('/cases')).body, /JX-2026-000001/)
  })
})

describe('a case referred on paper', () => {
  const paper = { port: 'dunkerque', place: 'Police report', occurredOn: '2026-02-20', transporter: 'goods-vehicle', section: '32', entrants: '2', raisedBy: 'police', tractor: 'ab-12 cde', country: 'ro' }
  test('opens like any other, and asks why before it shows itself', async () => {
    const opened = await caseworker.post('/cases/new', paper)
    assert.equal(opened.statusCode, 303)
    assert.match((await caseworker.get(String(opened.headers.location))).body, /Why are you looking/)
    assert.match((await caseworker.get('/cases.csv')).body, /AB12CDE/)
  })
  test('needs somebody found under section 32', async () => {
    const { statusCode, body } = await caseworker.post('/cases/new', { ...paper, entrants: '0' })
    assert.equal(statusCode, 409)
    assert.match(body, /Section 32 needs at least one/)
  })
})

describe('those who count', () => {
  test('see how many and never which', async () => {
    const { statusCode, body } = await site.signedInAs('analyst').get('/cases/counts')
    assert.equal(statusCode, 200)
    assert.match(body, /Waiting for a decision/)
    assert.doesNotMatch(body, /JX-|Test Driver|B123XYZ/)
  })
})

describe('two officers in one case', () => {
  test('an act that rests on what its page shows waits until its officer has read what a colleague did meanwhile', async () => {
    const id = newId()
    eventsOf(await openCaseOf(db, caseFacts(id, null, anIncident()), { by: site.by('caseworker', 'Opened in a test'), today: day('2026-03-02') }))
    for (const asker of [caseworker, senior]) await asker.post(`/cases/${id}/reason`, { reason: 'own-work' })
    const endIt = () => senior.post(`/cases/${id}/no-action`, { because: 'no-breach', reasons: 'Nothing was broken' })
    await senior.get(`/cases/${id}/no-action`)
    const flag = { kind: 'litigation', personId: '', reasons: 'A solicitor wrote', fromOn: '2026-03-10', untilOn: '', reviewOn: '2026-04-10' }
    assert.equal((await caseworker.post(`/cases/${id}/flags/new`, flag)).statusCode, 303)
    const { statusCode, body } = await endIt()
    assert.equal(statusCode, 409)
    assert.match(body, /Done by colleagues while you had this page open[^]*A solicitor wrote[^]*Nothing was broken/)
    assert.equal((await endIt()).statusCode, 303)
  })
})

describe('a reason that was said', () => {
  test('holds to the twelfth hour and is asked for again after it', async () => {
    await caseworker.post(`/cases/${caseId}/reason`, { reason: 'own-work' })
    site.clock.set(minutesAfter(719, site.clock.now()))
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /JX-2026-000001/)
    site.clock.set(minutesAfter(2, site.clock.now()))
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Why are you looking/)
  })
})

function minutesAfter(minutes: number, moment: Instant): Instant {
  return instantOfEpochMs(epochMsOf(moment) + minutes * 60_000)
}
