import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId, newIdAt } from '#platform/identity'
import { aSite } from '#test/site'
import { epochMsOf, instant, instantOfEpochMs, plate } from '#values'
import { saveCrossings } from '../../arrivals/crossing/crossing.store.ts'
import { coordination } from '../wire.ts'

const centre = await aSite({ wirings: [coordination], site: 'centre', now: '2026-03-10T12:00:00Z' })
const officer = centre.signedInAs('duty-officer-fr')

for (let at = 1; at <= 12; at += 1) {
  const fromMs = epochMsOf(instant('2026-03-10T09:00:00Z')) + at * 60_000
  const filed = (): string => newIdAt(fromMs)
  const [first, last] = [instantOfEpochMs(fromMs), instantOfEpochMs(fromMs + 245_000)]
  const shown = { id: filed(), part: null, plate: plate(`PLATE${at}`), country: null, confidence: 0.9, characterConfidence: null, readId: newId(), imageSha256: null, seenAt: first }
  await saveCrossings(centre.db, [{ id: filed(), site: 'dunkerque', lane: '7', direction: null, firstSeenAt: first, lastSeenAt: last, plates: [shown] }])
}

describe('the page of times in the lanes', () => {
  test('gives each lane its figures, for a day and by the hour, and names no vehicle', async () => {
    const { body } = await officer.get('/dwell?site=dunkerque')
    assert.match(body, /<th scope="row">7<\/th>[^]*?4:05[^]*?4:05/)
    assert.doesNotMatch(body, /PLATE/)
    assert.doesNotMatch((await officer.get('/dwell?site=dunkerque&on=2026-03-09')).body, /4:05/)
  })
  test('is a file too', async () => {
    const { body } = await officer.get('/dwell.csv?site=dunkerque')
    assert.deepEqual(body.trim().split('\r\n').length, 2)
    assert.match(body, /Dunkerque.*2026-03-10.*10:00.*7.*12.*12.*245.*245/)
  })
  test('is on the board of the ports, and is not for everybody', async () => {
    assert.match((await officer.get('/board')).body, /Dunkerque <span class="figures">4:05/)
    assert.equal((await centre.signedInAs('finance').get('/dwell')).statusCode, 403)
  })
})
