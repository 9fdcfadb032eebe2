import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { foldHistory } from '#platform/events'
import { aStreamingCamera } from '#test/a-streaming-camera'
import { aSite } from '#test/site'
import { cameras } from '../camera/camera.store.ts'
import { judgeCameras } from '../camera/judge-cameras.feed.ts'
import { openFaults } from '../camera/camera-fault.store.ts'
import { registerFreshMs } from '../plate-read/limits.ts'
import { arrivals } from '../wire.ts'

process.env['JUXTA_CAMERA_NETWORKS'] = '127.0.0.0/8'
const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/cameras/${name}`, import.meta.url))
const credentials = { user: 'reader', password: 'a password nobody may see' }
const camera = await aStreamingCamera({ ...credentials, algorithm: 'MD5', contentType: 'multipart/x-mixed-replace; boundary=myboundary', pages: () => [fixture('dahua/kept-files.txt').toString()] })
after(() => camera.close())
const site = await aSite({ wirings: [arrivals], now: '2026-03-14T04:42:20Z' })
const duty = site.signedInAs('duty-officer-uk')
const key = 'a key of more than sixteen characters'
const id = 'calais-4-rear'

async function until<Value>(look: () => Promise<Value | undefined> | Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 1000; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('It never came')
}

const plates = async () => (await sql<{ plate: string; captured_at: string; told_at: string | null }>`select plate, captured_at, told_at from arrivals.plate_read order by captured_at`.execute(site.db)).rows
const line = async () => (await sql<{ state: string; missing_from: string | null }>`select state, missing_from from arrivals.camera_line where camera_id = ${id}`.execute(site.db)).rows[0]

await duty.post('/cameras/register', { ending: '4-rear', name: 'Lane 4 rear', maker: 'dahua', lane: '4', faces: 'rear', direction: 'towards-uk', key })

describe('a Dahua camera on the register', () => {
  test('is read as soon as its line is set, by a password that stands nowhere in clear', async () => {
    assert.equal((await duty.post(`/cameras/${id}/link`, { by: 'dahua-events', url: 'http://127.1:80', channel: '1' })).statusCode, 422)
    assert.equal((await duty.post(`/cameras/${id}/link`, { by: 'dahua-events', url: camera.url, channel: '1', ...credentials })).statusCode, 303)
    await until(() => (camera.listening() === 1 ? true : undefined))
    camera.say(fixture('dahua/event-manager-cut-json.multipart').subarray(0, fixture('dahua/event-manager-cut-json.multipart').indexOf('--myboundary', 20)))
    await until(async () => ((await plates()).length === 1 ? true : undefined))
    const { rows: [found] } = await sql<{ seen: boolean }>`select exists (select from history.entry where body::text like ${`%${credentials.password}%`}) or exists (select from arrivals.camera_secret where sealed::text like ${`%${Buffer.from(credentials.password).toString('hex')}%`}) as seen`.execute(site.db)
    assert.equal(found?.seen, false)
    const page = (await duty.get(`/cameras/${id}`)).body
    assert.match(page, /Signs in as <span class="reference">reader<\/span>/)
    assert.match(page, /lane 4, rear, towards the UK/)
    assert.doesNotMatch(page, new RegExp(credentials.password))
    assert.doesNotMatch((await duty.get(`/cameras/${id}/link`)).body, new RegExp(credentials.password))
  })

  test('that was cut is a fault while it is, and gives afterwards what it kept meanwhile, nothing twice', async () => {
    camera.setAnswering(false)
    camera.cut()
    await until(async () => ((await line())?.state === 'down' ? true : undefined))
    site.clock.set('2026-03-14T04:52:00Z' as never)
    await judgeCameras({ db: site.db, port: 'calais', clock: site.clock })
    assert.partialDeepStrictEqual(await openFaults(site.db, 'calais'), [{ cameraId: id, measured: { fault: 'line' } }])
    assert.match((await duty.get('/cameras')).body, /Its line has been down for \d+ (s|min)/)
    camera.setAnswering(true)
    await until(async () => (camera.asked.some((path) => path.includes('action=destroy')) ? true : undefined))
    await until(async () => ((await line())?.missing_from === null ? true : undefined))
    // Two pictures of one lorry were kept that had come live, one more lorry had passed unseen, and one vehicle had no plate.
    await until(async () => ((await plates()).length === 2 ? true : undefined))
    assert.deepEqual((await plates()).map(({ plate }) => plate), ['GX072TK', 'KBC2847'])
    await judgeCameras({ db: site.db, port: 'calais', clock: site.clock })
    assert.deepEqual(await openFaults(site.db, 'calais'), [])
  })

  test('whose clock an officer has put right has its times corrected, and keeps those it told', async () => {
    assert.equal((await duty.post(`/cameras/${id}/clock`, { aheadSeconds: '90', reason: '' })).statusCode, 422)
    assert.equal((await duty.post(`/cameras/${id}/clock`, { aheadSeconds: '999999', reason: 'It is far out' })).statusCode, 409)
    const attached = (): number => camera.asked.filter((path) => path.includes('attach')).length
    const before = attached()
    assert.equal((await duty.post(`/cameras/${id}/clock`, { aheadSeconds: '90', reason: 'No time server until Friday' })).statusCode, 303)
    assert.match((await duty.get(`/cameras/${id}`)).body, /No time server until Friday/)
    // The line is made anew, and the intake asks the register again once what it has is no longer fresh.
    await pause(registerFreshMs)
    await until(() => (attached() > before && camera.listening() === 1 ? true : undefined))
    camera.say(Buffer.from('--myboundary\r\nContent-Type: text/plain\r\n\r\nCode=TrafficJunction;action=Pulse;index=0;data={"TrafficCar":{"PlateNumber":"LM204XK"},"UTC":1773464000}\r\n'))
    const read = await until(async () => (await plates()).find(({ plate }) => plate === 'LM204XK'))
    assert.deepEqual(read, { plate: 'LM204XK', captured_at: '2026-03-14T04:51:50.000Z', told_at: '2026-03-14T04:53:20.000Z' })
  })

  test('has a row that its history folds to', async () => {
    await duty.post(`/cameras/${id}/place`, { name: 'Lane 5 trailer', lane: '5', faces: 'trailer', direction: '' })
    const folded = await foldHistory(site.db, cameras, id)
    assert.deepEqual(folded, await cameras.read(site.db, id))
    assert.partialDeepStrictEqual(folded, { lane: '5', faces: 'trailer', direction: null, clockAheadMs: 90_000, link: { by: 'dahua-events', url: camera.url } })
  })
})

describe('a key that was changed', () => {
  const post = (shown: string) => site.app.inject({ method: 'POST', url: `/cameras/${id}/events?key=${encodeURIComponent(shown)}`, payload: '{}' })
  test('counts at once, and the one before it for twelve hours more', async () => {
    assert.equal((await duty.post(`/cameras/${id}/key`, { key: 'another key of enough length' })).statusCode, 303)
    await until(async () => ((await post('another key of enough length')).statusCode === 200 ? true : undefined))
    assert.equal((await post(key)).statusCode, 200)
    site.clock.set('2026-03-14T16:53:00Z' as never)
    assert.equal((await post(key)).statusCode, 401)
    assert.equal((await post('another key of enough length')).statusCode, 200)
    assert.equal((await post('neither')).statusCode, 401)
  })
  test('is shown once, and never the same', async () => {
    const shown = async () => /id="key"[^>]*value="([^"]+)"/.exec((await duty.get(`/cameras/${id}/key`)).body)?.[1]
    const [one, other] = [await shown(), await shown()]
    assert.ok(one !== undefined && one.length >= 20)
    assert.notEqual(one, other)
  })
})

test('only a duty officer of the port changes a camera', async () => {
  const officer = site.signedInAs('lane-officer')
  for (const act of ['place', 'link', 'key', 'clock']) assert.equal((await officer.get(`/cameras/${id}/${act}`)).statusCode, 403, act)
  assert.equal((await officer.get(`/cameras/${id}`)).statusCode, 200)
})
