import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aSite } from '#test/site'
import { arrivals } from '../wire.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/cameras/${name}`, import.meta.url))
const site = await aSite({ wirings: [arrivals] })
const duty = site.signedInAs('duty-officer-uk')
const officer = site.signedInAs('lane-officer')
const key = 'a key of more than sixteen characters'
const post = (payload: Buffer | string) => site.app.inject({ method: 'POST', url: `/cameras/calais-3-front/events?key=${encodeURIComponent(key)}`, payload })

async function until<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  throw new Error('It never came')
}

describe('the register of cameras', () => {
  test('takes a new camera, whose messages count from then on', async () => {
    assert.equal((await post('{}')).statusCode, 404)
    const answer = await duty.post('/cameras/register', { ending: '3-front', name: 'Lane 3 front', maker: 'hikvision', lane: '3', key })
    assert.equal(answer.statusCode, 303)
    await until(async () => ((await post(fixture('hikvision/pictures.multipart'))).statusCode === 200 ? true : undefined))
    const read = await until(async () => (await sql<{ id: string }>`select id from arrivals.plate_read`.execute(site.db)).rows[0])
    assert.ok(read.id)
    const page = (await officer.get('/cameras')).body
    assert.match(page, /calais-3-front/)
    assert.match(page, /Heard/)
  })
  test('keeps the key as a hash only, also in the history', async () => {
    const { rows } = await sql<{ found: boolean }>`select exists (select from history.entry where body::text like ${`%${key}%`}) or exists (select from arrivals.camera where key_sha256 like ${`%${key}%`}) as found`.execute(site.db)
    assert.equal(rows[0]?.found, false)
  })
  test('asks again for what is wrong and keeps what was typed', async () => {
    const answer = await duty.post('/cameras/register', { ending: 'Lane 3', name: 'Kept words', maker: 'hikvision', key: 'short' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Kept words/)
    assert.match(answer.body, /at least 16 characters/)
  })
  test('refuses a second camera under an id in use', async () => {
    assert.equal((await duty.post('/cameras/register', { ending: '3-front', name: 'Again', maker: 'openalpr', key })).statusCode, 409)
  })
  test('is changed by the duty officer only', async () => {
    assert.equal((await officer.get('/cameras/register')).statusCode, 403)
    assert.equal((await officer.post('/cameras/calais-3-front/retire')).statusCode, 403)
  })
})

describe('a picture a camera took', () => {
  test('is shown as a picture, and nothing else under that address is', async () => {
    const { sha256 } = await until(async () => (await sql<{ sha256: string }>`select sha256 from arrivals.image`.execute(site.db)).rows[0])
    const answer = await officer.get(`/images/${sha256}`)
    assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'image/jpeg'])
    assert.equal((await officer.get(`/images/${'0'.repeat(64)}`)).statusCode, 404)
  })
})

describe('a message nobody understood', () => {
  test('is listed with its reason and shown as text that can do nothing', async () => {
    await post('<script>alert(1)</script>\u0007')
    const { id } = await until(async () => (await sql<{ id: string }>`select id from arrivals.quarantine`.execute(site.db)).rows[0])
    assert.match((await officer.get('/cameras/quarantine')).body, /not well formed/)
    const page = (await officer.get(`/cameras/quarantine/${id}`)).body
    assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;·/)
    assert.doesNotMatch(page, /Try again/)
  })
  test('tried again is still not understood, and says how often', async () => {
    const { id } = await until(async () => (await sql<{ id: string }>`select id from arrivals.quarantine`.execute(site.db)).rows[0])
    const answer = await duty.post(`/cameras/quarantine/${id}/try-again`)
    assert.equal(answer.statusCode, 303)
    assert.match((await duty.get(`/cameras/quarantine/${id}`)).body, /1, The XML is not well formed/)
  })
  test('of a camera that was retired counts once the camera is back', async () => {
    await duty.post('/cameras/calais-3-front/retire')
    await sql`insert into arrivals.quarantine select gen_random_uuid(), 'calais', 'calais-3-front', 'application/json', now(), now(), 1, 'unknown-camera', '', ${fixture('openalpr/group-final.json')}::bytea, 'x'`.execute(site.db)
    const { rows: [row] } = await sql<{ id: string }>`select id from arrivals.quarantine where reason = 'unknown-camera'`.execute(site.db)
    await duty.post('/cameras/register', { ending: '3-front', name: 'Lane 3 front', maker: 'openalpr', lane: '', key })
    await duty.post(`/cameras/quarantine/${row?.id}/try-again`)
    assert.match((await duty.get(`/cameras/quarantine/${row?.id}`)).body, /Understood on another try/)
    const { rows } = await sql`select plate from arrivals.plate_read where plate = '34ABC123'`.execute(site.db)
    assert.equal(rows.length, 1)
    assert.equal((await duty.post(`/cameras/quarantine/${row?.id}/try-again`)).statusCode, 409)
  })
})

describe('the page that understands a message', () => {
  test('says what a pasted message means and keeps what was pasted', async () => {
    const message = fixture('hikvision/sent-late-from-memory-card.xml').toString()
    const { body, statusCode } = await officer.post('/understand', { message })
    assert.equal(statusCode, 200)
    assert.match(body, /DE-SX 1207/)
    assert.match(body, /2026-03-14T05:11:02\.417Z/)
  })
  test('takes a file with pictures in it', async () => {
    const form = new FormData()
    form.set('message', '')
    form.set('file', new File([new Uint8Array(fixture('hikvision/pictures.multipart'))], 'message.bin'))
    assert.match((await officer.post('/understand', form)).body, /plate 331 B/)
  })
  test('says why it does not understand, and asks when nothing was sent', async () => {
    assert.match((await officer.post('/understand', { message: '{' })).body, /The JSON is not well formed/)
    assert.equal((await officer.post('/understand', { message: '' })).statusCode, 422)
  })
  test('speaks French, and is closed to roles without the right', async () => {
    assert.match((await officer.get('/understand', { cookie: `${officer.cookie}; language=fr` })).body, /Comprendre un message de caméra/)
    assert.equal((await site.signedInAs('finance').get('/understand')).statusCode, 403)
  })
})
