import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory, historyOf } from '#platform/events'
import { aSite } from '#test/site'
import { cameras } from '../camera/camera.store.ts'
import { arrivals } from '../wire.ts'
import { mappings } from './mapping.store.ts'

const site = await aSite({ wirings: [arrivals] })
const duty = site.signedInAs('duty-officer-uk')
const officer = site.signedInAs('lane-officer')
const key = 'a key of more than sixteen characters'
const message = JSON.stringify({ gate: 'north', seen: { lp: 'B 84 KLG', sure: '91' }, at: '2026-03-10 10:00:00' })
const typed = { name: 'North gate', carrier: 'json', plate: 'seen.lp', confidence: 'seen.sure', confidenceOutOf: '100', capturedAt: 'at', timeFormat: 'iso', timeZone: 'Europe/Paris' }

async function until<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 400; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  throw new Error('It never came')
}

describe('a camera whose installer wrote its messages', () => {
  test('is quarantined, mapped, and its messages tried again become reads', async () => {
    await duty.post('/cameras/register', { ending: 'north', name: 'North gate', maker: 'other', lane: '4', key })
    const posted = await site.app.inject({ method: 'POST', url: `/cameras/calais-north/events?key=${encodeURIComponent(key)}`, payload: message })
    assert.equal(posted.statusCode, 200)
    const { id } = await until(async () => (await sql<{ id: string }>`select id from arrivals.quarantine`.execute(site.db)).rows[0])
    assert.equal((await duty.post('/cameras/mappings/new', typed)).statusCode, 303)
    const { rows: [mapping] } = await sql<{ id: string }>`select id from arrivals.mapping`.execute(site.db)
    assert.equal((await duty.post('/cameras/calais-north/mapping', { mappingId: mapping?.id ?? '' })).statusCode, 303)
    await duty.post(`/cameras/quarantine/${id}/try-again`)
    const { rows } = await sql`select plate, confidence, lane, format from arrivals.plate_read`.execute(site.db)
    assert.deepEqual(rows, [{ plate: 'B84KLG', confidence: 0.91, lane: '4', format: 'mapping:North gate' }])
  })
  test('has its mapping in the history, and state and history agree', async () => {
    const { rows: [mapping] } = await sql<{ id: string }>`select id from arrivals.mapping`.execute(site.db)
    await duty.post(`/cameras/mappings/${mapping?.id}`, { ...typed, lane: 'gate' })
    assert.equal((await historyOf(site.db, 'mapping', mapping?.id ?? '')).length, 2)
    assert.deepEqual(await foldHistory(site.db, mappings, mapping?.id ?? ''), await mappings.read(site.db, mapping?.id ?? ''))
    assert.deepEqual(await foldHistory(site.db, cameras, 'calais-north'), await cameras.read(site.db, 'calais-north'))
  })
})

describe('the workbench', () => {
  test('shows what a pasted message means and keeps what was typed', async () => {
    const { body, statusCode } = await duty.post('/cameras/mappings/try', { ...typed, id: 'new', message })
    assert.equal(statusCode, 200)
    assert.match(body, /Understood by this mapping/)
    assert.match(body, /2026-03-10T09:00:00\.000Z/)
    assert.match(body, /value="seen\.lp"/)
    assert.match(body, /formaction="\/cameras\/mappings\/new"/)
  })
  test('explains a pattern that could run for ever, at its field', async () => {
    const { body, statusCode } = await duty.post('/cameras/mappings/try', { ...typed, plate: '/(a+)+/', message })
    assert.equal(statusCode, 422)
    assert.match(body, /A group cannot be repeated/)
    assert.match((await duty.post('/cameras/mappings/new', { ...typed, plate: 'a..b' })).body, /Write a path such as/)
  })
  test('says when the message is understood in another way, or not at all', async () => {
    assert.match((await duty.post('/cameras/mappings/try', { ...typed, message: '{"Active":"keepAlive","DeviceID":"x"}' })).body, /Not by this mapping/)
    assert.match((await duty.post('/cameras/mappings/try', { ...typed, message: '{' })).body, /not well formed/)
  })
  test('is for those who keep the cameras; others see which mappings there are', async () => {
    assert.equal((await officer.get('/cameras/mappings/new')).statusCode, 403)
    assert.match((await officer.get('/cameras/mappings')).body, /North gate/)
    assert.match((await duty.get('/cameras/mappings', { cookie: `${duty.cookie}; language=fr` })).body, /Correspondances/)
  })
})
