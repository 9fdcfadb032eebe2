import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { change } from '#platform/events'
import { aSite } from '#test/site'
import { cameras } from '../camera/camera.store.ts'
import { registerCamera } from '../camera/register-camera.ts'
import { cameraFeed } from './camera-intake.feed.ts'
import { sha256Of } from './image-files.feed.ts'
import type { PlateRead } from './plate-read.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/cameras/${name}`, import.meta.url))
const handed: PlateRead[] = []
const { app, db, by } = await aSite({ wirings: [{ feeds: [cameraFeed(() => async (reads) => void handed.push(...reads))] }] })
await change(db, cameras, { id: 'calais-2-rear', by: by('duty-officer-uk') }, (camera) => registerCamera(camera, { site: 'calais', name: 'Lane 2 rear', maker: 'openalpr', faces: null, lane: '2', keySha256: sha256Of('s3cret') }))

const post = (url: string, payload: Buffer | string, headers: Record<string, string> = {}) => app.inject({ method: 'POST', url, payload, headers })
const basic = { authorization: `Basic ${Buffer.from('camera:s3cret').toString('base64')}` }
const events = '/cameras/calais-2-rear/events'

async function handedOn(count: number): Promise<readonly string[]> {
  for (let tries = 0; tries < 200 && handed.length < count; tries++) await new Promise((resolve) => setTimeout(resolve, 10))
  return handed.map(({ plate }) => plate)
}

describe('a camera that posts', () => {
  test('with its key as a Basic password or in the address is told 200', async () => {
    assert.equal((await post(events, fixture('openalpr/group-final.json'), { ...basic, 'content-type': 'application/json' })).statusCode, 200)
    assert.equal((await post(`${events}?key=s3cret`, fixture('hikvision/pictures.multipart'), { 'content-type': 'multipart/form-data; boundary=MIME_boundary' })).statusCode, 200)
    assert.deepEqual([...await handedOn(2)].sort(), ['34ABC123', 'B84KLG'])
  })
  test('under an id that is not registered is told 404, with a wrong key 401, and nothing is kept', async () => {
    assert.equal((await post('/cameras/calais-7-front/events', '{}', basic)).statusCode, 404)
    assert.equal((await post(events, '{}')).statusCode, 401)
    assert.equal((await post(`${events}?key=`, '{}')).statusCode, 401)
  })
  for (const type of ['multipart/form-data', 'application/json', 'text/xml; charset=UTF-8', 'image/jpeg', 'nonsense', 'multipart/form-data; boundary=', 'application/x-www-form-urlencoded']) {
    test(`with junk that it calls ${type} is told 200, and the junk is kept`, async () => {
      assert.equal((await post(`${events}?key=s3cret`, `junk called ${type} {{{ <`, { 'content-type': type })).statusCode, 200)
    })
  }
  test('with no content type, or with no body, is told 200 too', async () => {
    assert.equal((await post(`${events}?key=s3cret`, Buffer.from('no type'))).statusCode, 200)
    assert.equal((await app.inject({ method: 'POST', url: `${events}?key=s3cret` })).statusCode, 200)
  })
  test('more than a message can be is told 413', async () => {
    assert.equal((await post(`${events}?key=s3cret`, Buffer.alloc(9 * 1024 * 1024))).statusCode, 413)
  })
})

test('all the junk is in quarantine, each piece once', async () => {
  const count = async () => (await sql<{ count: number }>`select count(*)::int as count from arrivals.quarantine`.execute(db)).rows[0]?.count
  for (let tries = 0; tries < 200 && await count() !== 9; tries++) await new Promise((resolve) => setTimeout(resolve, 10))
  assert.equal(await count(), 9)
})
