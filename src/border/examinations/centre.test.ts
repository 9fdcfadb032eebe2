import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant, type By } from '#values'
import { newId } from '#platform/identity'
import { sections } from '#test/a-detection'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite } from '#test/site'
import type { Section } from './detection/detection.ts'
import { changeDetection } from './detection/detection.store.ts'
import { noteSection } from './detection/note-section.ts'
import { recordDetection } from './detection/record-detection.ts'
import { startDetection } from './detection/start-detection.ts'
import { examinations } from './wire.ts'

const centre = await aSite({ site: 'centre', wirings: [examinations] })
const at = instant('2026-03-10T03:00:00Z')
const id = newId()

/** Written as Calais wrote it: at the centre the row and its history arrive by the link. */
async function recordAtCalais(): Promise<void> {
  const by: By = { officerId: 'o1', name: 'Test officer', role: 'lane-officer', site: 'calais', at }
  await changeDetection(centre.db, { id, by }, (before) => startDetection(before, { id, site: 'calais', searchId: null, crossingId: null, startedAt: at, startedBy: 'Test officer' }))
  for (const [section, answers] of Object.entries(sections)) await changeDetection(centre.db, { id, by }, (before) => noteSection(before, { section, answers } as Section, at))
  await changeDetection(centre.db, { id, by }, (before) => recordDetection(before, at))
}

await recordAtCalais()

describe('at the centre a detection of a port', () => {
  test('is read by a caseworker who says why, and changed by nobody', async () => {
    const address = await centre.listen()
    const { page } = await aWindow(address, centre.signedInAs('caseworker'))
    await page.goto(`/detections/${id}`)
    await page.getByLabel('Working on the penalty case').check()
    await page.getByRole('button', { name: 'Open the record' }).click()
    await picture(page, 'find-centre')
    await findsNothing(page)
    assert.match(await page.content(), /Test Haulage SRL/)
    assert.equal(await page.getByText('Correct', { exact: true }).count(), 0)
    assert.equal(await page.getByText('Hand over people').count(), 0)
  })
  test('stays the port’s to change, whoever asks', async () => {
    const duty = centre.signedInAs('duty-officer-uk')
    const answer = await duty.post(`/detections/${id}/check`)
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /belongs to another port/)
  })
  test('cannot be begun', async () => {
    const duty = centre.signedInAs('duty-officer-uk')
    assert.match((await duty.post('/searches/open', { id: newId(), tractorPlate: 'AB12CDE', layer: 'shed', officers: 'Ada' })).body, /opened at the port where it takes place/)
    assert.doesNotMatch((await duty.get('/searches')).body, /href="\/searches\/open"/)
  })
})
