import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { newId, newIdAt } from '#platform/identity'
import { aSite } from '#test/site'
import { dayOf, daysAfter, epochMsOf, hoursAfter, plate } from '#values'
import { coordination } from '../../coordination/wire.ts'
import { saveCrossings } from '../crossing/crossing.store.ts'
import { retentionDaysMax } from '../limits.ts'
import { arrivals } from '../wire.ts'
import { readEvidence, recallCrossing } from './evidence.store.ts'
import { forgetReads } from './forget-reads.feed.ts'
import { holds } from './hold.store.ts'

const calais = await aSite({ wirings: [coordination, arrivals], now: '2026-03-10T12:00:00Z' })
const { db, clock } = calais
const duty = calais.signedInAs('duty-officer-uk')
const now = clock.now()
const filed = (): string => newIdAt(epochMsOf(now))
const id = filed()
await saveCrossings(db, [{ id, site: 'calais', lane: '4', direction: null, firstSeenAt: now, lastSeenAt: now, plates: [{ id: filed(), part: null, plate: plate('B84KLG'), country: null, confidence: 0.9, characterConfidence: null, readId: newId(), imageSha256: null, seenAt: now }] }])

const until = daysAfter(500, clock.today())
const asked = { reference: 'CASE-7', reason: 'Asked for by the court', untilOn: until }
const sweep = async (days: number): Promise<void> => {
  const at = hoursAfter(24 * days, now)
  await forgetReads({ db, site: 'calais', at, today: dayOf(at), days: retentionDaysMax, imageDays: 30, imageDir: '/nonexistent', examined: async () => [], onFault: assert.fail })
}

describe('a crossing', () => {
  test('is held by those who direct the port, with a case, a reason and a day to come', async () => {
    assert.equal((await calais.signedInAs('lane-officer').post(`/crossings/${id}/hold`, asked)).statusCode, 403)
    assert.equal((await duty.post(`/crossings/${id}/hold`, { ...asked, reason: '' })).statusCode, 422)
    assert.equal((await duty.post(`/crossings/${id}/hold`, { ...asked, untilOn: '2026-03-10' })).statusCode, 409)
    assert.equal((await duty.post(`/crossings/${id}/hold`, { ...asked, untilOn: '2036-03-10' })).statusCode, 409)
    assert.equal((await duty.post(`/crossings/${id}/hold`, asked)).statusCode, 303)
    assert.deepEqual(await foldHistory(db, holds, id), await holds.read(db, id))
  })
  test('outlives its week then, until its day', async () => {
    await sweep(retentionDaysMax + 1)
    assert.partialDeepStrictEqual(await readEvidence(db, id), { keptAs: { because: 'hold', reference: 'CASE-7', deleteOn: daysAfter(1, until) } })
    await sweep(500)
    assert.notEqual(await recallCrossing(db, id), undefined)
  })
  test('that is released goes when its day comes', async () => {
    assert.equal((await duty.post(`/crossings/${id}/release`, { reason: 'The case is closed' })).statusCode, 303)
    assert.equal((await duty.post(`/crossings/${id}/release`, { reason: 'The case is closed' })).statusCode, 409)
    await sweep(501)
    assert.equal(await recallCrossing(db, id), undefined)
  })
})
