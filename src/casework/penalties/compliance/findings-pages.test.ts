import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { actionsAsked, slugOf } from '#law'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aDriver, anIncident, anOwner, eventsOf } from '#test/penalties'
import { aSite } from '#test/site'
import { day } from '#values'
import { caseFacts } from '../case/case-from-detection.ts'
import { caseThing, readCase } from '../case/case.store.ts'
import { openCaseOf } from '../case/open-case.store.ts'
import { addPersonTo } from '../person/person-acts.store.ts'
import { personsOfCase, personThing, readPerson } from '../person/person.store.ts'
import { penalties } from '../wire.ts'
import { dutiesOf } from './compliance-of.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2026-03-20T09:00:00Z' })
const { db } = site
const caseworker = site.signedInAs('caseworker')
const caseId = newId()
const [ownerId, driverId] = [newId(), newId()]

before(async () => {
  const by = site.by('caseworker', 'Set up by a test')
  eventsOf(await openCaseOf(db, caseFacts(caseId, null, anIncident({ occurredOn: day('2026-03-01') })), { by, today: day('2026-03-02') }))
  for (const [personId, { capacity, identity, facts }] of [[ownerId, anOwner()], [driverId, aDriver()]] as const) {
    eventsOf(await addPersonTo(db, caseId, { personId, partyId: personId, capacity, identity, facts }, by))
  }
  await caseworker.post(`/cases/${caseId}/reason`, { reason: 'checking' })
})

const actionsPage = (personId: string): string => `/cases/${caseId}/persons/${personId}/actions`

async function answersFor(personId: string, notShown: readonly string[]): Promise<Record<string, string>> {
  const [found, person] = [await readCase(db, caseId), await readPerson(db, personId)]
  assert.ok(found !== undefined && person !== undefined)
  const { value: asked } = actionsAsked(dutiesOf(found, person, await personsOfCase(db, caseId)))
  return Object.fromEntries(asked.map(({ id }) => [`standing-${slugOf(id)}`, notShown.includes(id) ? 'not-shown' : 'shown']))
}

describe('the actions asked of one person', () => {
  test('are that person’s own and nobody else’s', async () => {
    const [owners, drivers] = [(await caseworker.get(actionsPage(ownerId))).body, (await caseworker.get(actionsPage(driverId))).body]
    assert.ok(owners.includes('reg. 2B(2)') && !owners.includes('reg. 2C(2)'))
    assert.ok(drivers.includes('reg. 2C(2)') && !drivers.includes('reg. 2B(2)'))
  })
  test('are not recorded as shown without evidence, and what was typed stays', async () => {
    const { statusCode, body } = await caseworker.post(actionsPage(ownerId), { ...(await answersFor(ownerId, [])), reasons: 'Read one by one.' })
    assert.notEqual(statusCode, 303)
    assert.match(body, /needs its evidence/)
    assert.match(body, /<option value="shown" selected>/)
  })
  test('once judged, stand on the case, in the ladder by their places, and in what would change the result', async () => {
    const { statusCode } = await caseworker.post(actionsPage(ownerId), { ...(await answersFor(ownerId, ['2E(2)'])), evidenceForAll: 'Seal ledger and instructions', reasons: 'No record of the owner’s own checks.' })
    assert.equal(statusCode, 303)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Not shown: 2E\(2\)/)
    const { body } = await caseworker.get(`/cases/${caseId}/assessment`)
    assert.match(body, /reg\. 3A\): 2E\(2\)/)
    assert.match(body, /Shown as well, so that every action asked of this person is: 2E\(2\)/)
  })
  test('are left alone by a correction of the rest', async () => {
    const page = `/cases/${caseId}/persons/${ownerId}`
    const { body } = await caseworker.get(page)
    assert.match(body, /judged one by one/)
    const answers = { name: '', company: 'Example Haulage SRL', addressLines: '12 Example Street', country: 'Romania', addressSource: 'Register', addressAsOf: '2026-03-01', noticeLanguage: 'fr', businessSize: 'small', reasons: 'Accounts arrived.' }
    assert.equal((await caseworker.post(page, answers)).statusCode, 303)
    assert.equal((await readPerson(db, ownerId))?.facts.actions?.found.length, (await actionsOf(ownerId)))
  })
  test('fold from history to the very row', async () => assert.deepEqual(await foldHistory(db, personThing, ownerId), await readPerson(db, ownerId)))
})

async function actionsOf(personId: string): Promise<number> {
  return Object.keys(await answersFor(personId, [])).length
}

describe('how the vehicle arrived', () => {
  const page = `/cases/${caseId}/security`
  test('is asked condition by condition', async () => assert.match((await caseworker.get(page)).body, /reg\. 2A\(k\)/))
  test('is not recorded as broken without evidence', async () => {
    assert.match((await caseworker.post(page, { 'standing-b': 'broken', 'longestDamageMm': '0', 'reasons': 'Unsealed.' })).body, /for us to show/)
  })
  test('stands on the case, and history folds to the row', async () => {
    assert.equal((await caseworker.post(page, { 'standing-b': 'broken', 'evidence-b': 'Photograph 3', 'longestDamageMm': '300', 'reasons': 'Unsealed, roof torn.' })).statusCode, 303)
    // Two people were found inside as well, which is a condition of its own.
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Not adequately secured: reg\. 2A\(a, b, k\)/)
    assert.deepEqual(await foldHistory(db, caseThing, caseId), await readCase(db, caseId))
  })
})
