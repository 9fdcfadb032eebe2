import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { CrossingPlate } from '#border/arrivals'
import { newId } from '#platform/identity'
import { foldHistory, historyOf } from '#platform/events'
import { aSite } from '#test/site'
import { instant, plate } from '#values'
import { saveCrossings } from '../../arrivals/crossing/crossing.store.ts'
import { examinations } from '../wire.ts'
import { readSearch, searches } from './search.store.ts'

const calais = await aSite({ wirings: [examinations] })
const lane = calais.signedInAs('lane-officer')

async function anOpenSearch(form: Readonly<Record<string, string>> = {}): Promise<string> {
  const { id = newId() } = form
  const answer = await lane.post('/searches/open', { id, tractorPlate: 'ab12 cde', layer: 'shed', lane: '4', officers: 'Ada\nBen', ...form })
  assert.equal(answer.headers.location, `/searches/${id}`, answer.body)
  return id
}

const dog = (change: Readonly<Record<string, string>> = {}) => ({ stepId: newId(), technique: 'dog', minutes: '2', result: 'alert', ...change })

describe('opening a search', () => {
  test('proposes what the cameras saw of the crossing', async () => {
    const crossing = newId()
    const seenAt = instant('2026-03-10T08:55:00Z')
    const seen = (part: 'tractor' | 'trailer', mark: string): CrossingPlate =>
      ({ id: newId(), part, plate: plate(mark), country: 'RO', confidence: 0.9, characterConfidence: null, readId: newId(), imageSha256: null, seenAt })
    await saveCrossings(calais.db, [{ id: crossing, site: 'calais', lane: 'Lane 7', direction: null, firstSeenAt: seenAt, lastSeenAt: seenAt, plates: [seen('trailer', 'QT123ZZ'), seen('tractor', 'B42JUX')] }])
    const { body } = await lane.get(`/searches/open?crossing=${crossing}`)
    assert.match(body, new RegExp(`name="crossingId" value="${crossing}"`))
    assert.match(body, /name="tractorPlate" type="text" [^>]*value="B42JUX"/)
    assert.match(body, /name="trailerPlate" type="text" [^>]*value="QT123ZZ"/)
    assert.match(body, /value="Lane 7"/)
  })
  test('of a crossing this site does not know proposes nothing and still opens', async () => {
    assert.equal((await lane.get(`/searches/open?crossing=${newId()}`)).statusCode, 200)
  })
  test('by hand folds the plate and names the team', async () => {
    assert.partialDeepStrictEqual(await readSearch(calais.db, await anOpenSearch()), { tractorPlate: 'AB12CDE', officers: ['Ada', 'Ben'], site: 'calais', openedBy: 'Test lane-officer' })
  })
  test('sent twice opens one', async () => {
    const id = await anOpenSearch()
    await anOpenSearch({ id })
    assert.equal((await historyOf(calais.db, 'search', id)).length, 1)
  })
  test('without a plate keeps everything typed', async () => {
    const answer = await lane.post('/searches/open', { id: newId(), layer: 'shed', lane: 'bay 9', officers: 'Ada' })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /Enter the plate of the tractor/)
    assert.match(answer.body, /value="bay 9"/)
  })
})

describe('an open search', () => {
  test('records a technique at one touch, once, and shows it', async () => {
    const id = await anOpenSearch()
    const step = dog()
    for (const status of [303, 303]) assert.equal((await lane.post(`/searches/${id}/techniques`, step)).statusCode, status)
    const { body } = await lane.get(`/searches/${id}`)
    assert.equal(body.match(/class="step-row"/g)?.length, 1)
    assert.deepEqual(await readSearch(calais.db, id), await foldHistory(calais.db, searches, id))
  })
  test('takes the reason why a technique could not be used', async () => {
    const id = await anOpenSearch()
    await lane.post(`/searches/${id}/techniques`, { stepId: newId(), technique: 'co2', minutes: '0', obstacle: 'sealed-load' })
    assert.partialDeepStrictEqual(await readSearch(calais.db, id), { steps: [{ result: 'not-done', obstacle: 'sealed-load' }] })
  })
  test('moves the minutes without scripts', async () => {
    const id = await anOpenSearch()
    const { body } = await lane.get(`/searches/${id}?technique=co2&minutes=3&nudge=1&stepId=${newId()}`)
    assert.match(body, /value="4" aria-label="CO₂ probe: minutes"/)
  })
  test('refuses minutes that are not a number, and says so', async () => {
    const id = await anOpenSearch()
    const answer = await lane.post(`/searches/${id}/techniques`, dog({ minutes: 'two' }))
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /minutes as a whole number/)
  })
  test('ends with people found and goes on to the record of the detection', async () => {
    const id = await anOpenSearch()
    const answer = await lane.post(`/searches/${id}/end`, { outcome: 'people-found' })
    assert.equal(answer.headers.location, `/detections/new?search=${id}`)
    assert.doesNotMatch((await lane.get(`/searches/${id}`)).body, /technique-card/)
  })
  test('cannot end with nothing found before anything was tried', async () => {
    const id = await anOpenSearch()
    const answer = await lane.post(`/searches/${id}/end`, { outcome: 'nothing-found', note: 'roof looked at' })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /roof looked at/)
  })
  test('strikes a mistake through and keeps it', async () => {
    const id = await anOpenSearch()
    const step = dog()
    await lane.post(`/searches/${id}/techniques`, step)
    await lane.post(`/searches/${id}/techniques/${step.stepId}/withdraw`, { because: 'wrong vehicle' })
    assert.match((await lane.get(`/searches/${id}`)).body, /wrong vehicle/)
  })
  test('speaks French', async () => {
    const { body } = await lane.get(`/searches/${await anOpenSearch()}`, { cookie: `${lane.cookie}; language=fr` })
    assert.match(body, /Sonde CO₂/)
    assert.match(body, /Terminer cette fouille/)
  })
})

describe('who may search', () => {
  test('an auditor reads and has no buttons; a French duty officer has no searches', async () => {
    const id = await anOpenSearch()
    const auditor = calais.signedInAs('auditor')
    assert.doesNotMatch((await auditor.get(`/searches/${id}`)).body, /technique-card/)
    assert.equal((await auditor.post(`/searches/${id}/techniques`, dog())).statusCode, 403)
    assert.equal((await calais.signedInAs('duty-officer-fr').get('/searches')).statusCode, 403)
  })
  test('an officer of another port neither sees nor records', async () => {
    const id = await anOpenSearch({ tractorPlate: 'OTHER1' })
    const dunkerque = calais.signedInAs('lane-officer', { port: 'dunkerque' })
    assert.doesNotMatch((await dunkerque.get('/searches')).body, /OTHER1/)
    assert.equal((await dunkerque.get(`/searches/${id}`)).statusCode, 403)
    assert.equal((await dunkerque.post(`/searches/${id}/techniques`, dog())).statusCode, 403)
  })
})

test('the list shows open searches with their minutes, and those that ended', async () => {
  const id = await anOpenSearch({ tractorPlate: 'LIST001' })
  assert.match((await lane.get('/searches')).body, /0 min/)
  await lane.post(`/searches/${id}/techniques`, dog())
  await lane.post(`/searches/${id}/end`, { outcome: 'refused' })
  assert.match((await lane.get('/searches')).body, /Vehicle refused/)
})
