import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory } from '#platform/events'
import { newId, newIdAt } from '#platform/identity'
import { epochMsOf, instant } from '#values'
import { aSite } from '#test/site'
import { historyRequests } from './history-request.store.ts'
import { coordination } from '../wire.ts'

const centre = await aSite({ wirings: [coordination], site: 'centre', now: '2026-06-30T12:00:00Z' })
const asker = centre.signedInAs('caseworker')
const senior = centre.signedInAs('senior-officer')
const seenAtMs = epochMsOf(instant('2026-02-01T10:00:00Z'))
const crossing = newIdAt(seenAtMs)
await sql`insert into arrivals.crossing values (${crossing}, 'calais', '4', null, '2026-02-01T10:00:00Z', '2026-02-01T10:00:00Z')`.execute(centre.db)
await sql`insert into arrivals.crossing_plate (id, site, crossing_id, plate, read_id, seen_at) values (${newIdAt(seenAtMs)}, 'calais', ${crossing}, 'B84KLG', ${newId()}, '2026-02-01T10:00:00Z')`.execute(centre.db)

const id = newId()
const asking = { id, plate: 'b84 klg', fromDay: '2026-01-15', toDay: '2026-02-28', reason: 'Second find', reference: 'CASE-7' }
const looks = async (): Promise<number> => (await sql<{ count: number }>`select count(*) as count from history.entry where stream = 'look:plate:B84KLG'`.execute(centre.db)).rows[0]?.count ?? 0

describe('a history beyond 90 days', () => {
  test('is asked for with a reason, and only where leave is needed', async () => {
    assert.equal((await asker.post('/vehicles/older/ask', { ...asking, id: newId(), reason: '' })).statusCode, 422)
    assert.equal((await asker.post('/vehicles/older/ask', { ...asking, id: newId(), fromDay: '2026-04-01', toDay: '2026-05-01' })).statusCode, 409)
    assert.equal((await asker.post('/vehicles/older/ask', { ...asking, id: newId(), fromDay: '2025-06-29' })).statusCode, 409)
    assert.equal((await asker.post('/vehicles/older/ask', asking)).headers.location, `/vehicles/older/${id}`)
  })
  test('shows nothing before a senior officer has approved', async () => {
    assert.doesNotMatch((await asker.get(`/vehicles/older/${id}`)).body, /lane 4/)
    assert.equal(await looks(), 0)
    assert.equal((await asker.post(`/vehicles/older/${id}/answer`, { answer: 'approve', because: 'I want to' })).statusCode, 403)
  })
  test('is approved by somebody else, with a reason, once', async () => {
    const own = newId()
    await senior.post('/vehicles/older/ask', { ...asking, id: own })
    assert.equal((await senior.post(`/vehicles/older/${own}/answer`, { answer: 'approve', because: 'My own wish' })).statusCode, 409)
    assert.equal((await senior.post(`/vehicles/older/${id}/answer`, { answer: 'approve', because: '' })).statusCode, 422)
    assert.equal((await senior.post(`/vehicles/older/${id}/answer`, { answer: 'approve', because: 'Needed for the case' })).statusCode, 303)
    assert.equal((await senior.post(`/vehicles/older/${id}/answer`, { answer: 'refuse', because: 'Changed my mind' })).statusCode, 409)
    assert.deepEqual(await foldHistory(centre.db, historyRequests, id), await historyRequests.read(centre.db, id))
  })
  test('is then shown to whoever asked, and to nobody else; each look is logged with who allowed it', async () => {
    assert.match((await asker.get(`/vehicles/older/${id}`)).body, /Calais, lane 4/)
    assert.equal(await looks(), 1)
    assert.doesNotMatch((await senior.get(`/vehicles/older/${id}`)).body, /lane 4/)
    assert.equal((await centre.signedInAs('duty-officer-uk').get(`/vehicles/older/${id}`)).statusCode, 404)
  })
})
