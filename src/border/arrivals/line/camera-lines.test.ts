import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { connect as dial, createServer, type AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import { Aedes } from 'aedes'
import fc from 'fast-check'
import { sql } from 'kysely'
import { Unintelligible } from '#platform/wire-formats'
import { onlyWithin } from '#platform/outgoing'
import { aSite } from '#test/site'
import { arrivals } from '../wire.ts'
import { followTopic } from './broker-client.feed.ts'
import { understand } from '../plate-read/understand.ts'
import { listenForFrames } from './frame-listener.feed.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/cameras/${name}`, import.meta.url))
const onFault = (): void => {}

async function until<Value>(look: () => Value | undefined | Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 800; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  throw new Error('It never came')
}

describe('a frame of tags', () => {
  test('is a read, whatever the order of its tags and bytes', () => {
    for (const name of ['nedap/little-endian.bin', 'nedap/big-endian-other-order.bin']) {
      const { format, reads } = understand(fixture(name))
      assert.equal(format, 'nedap')
      assert.partialDeepStrictEqual(reads[0], { plate: '46HVR9', country: 'NL', confidence: 0.88, capturedAt: '2026-03-14T04:42:18.250Z', passageHint: 'transit-70117' }, name)
    }
  })
  test('may carry a picture padded to whole words, with more tags after it', () => {
    assert.deepEqual(understand(fixture('nedap/little-endian.bin')).reads[0]?.images.map(({ kind }) => kind), ['scene'])
  })
  test('without a plate is ignored, and one cut short is refused', () => {
    assert.deepEqual(understand(fixture('nedap/no-plate.bin')).ignored, [{ reason: 'no-plate' }])
    assert.throws(() => understand(fixture('nedap/little-endian.bin').subarray(0, 60)), Unintelligible)
  })
  test('damaged anywhere ends in a read or a refusal', () => {
    const whole = fixture('nedap/little-endian.bin')
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }), fc.nat(whole.length), (edits, end) => {
      const bytes = Buffer.from(whole)
      for (const [at, value] of edits) bytes[at % bytes.length] = value
      try {
        understand(bytes.subarray(0, end))
      } catch (error) {
        if (!(error instanceof Unintelligible)) throw error
      }
    }), { numRuns: 500 })
  })
})

describe('a camera that connects and sends frames', () => {
  test('is answered once the frame is on disk, however it is cut into pieces', async () => {
    const order: string[] = []
    const listener = await listenForFrames({ port: 0, from: '127.0.0.1', onFault, receive: async (bytes) => { order.push(`stored ${understand(bytes).reads[0]?.plate}`) } })
    const camera = dial(listener.port, '127.0.0.1').on('data', () => order.push('answered'))
    const frame = fixture('nedap/big-endian-other-order.bin')
    for (const piece of [frame.subarray(0, 10), frame.subarray(10, 50), Buffer.concat([frame.subarray(50), frame])]) {
      camera.write(piece)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await until(() => (order.length >= 3 ? true : undefined))
    assert.deepEqual([order[0], order.includes('answered'), order.filter((each) => each === 'stored 46HVR9').length], ['stored 46HVR9', true, 2])
    camera.destroy()
    await listener.close()
  })
  test('is cut off when it sends anything else, and when it is not the camera', async () => {
    for (const [from, bytes] of [['127.0.0.1', 'GET / HTTP/1.1\r\nHost: example\r\n\r\n'], ['10.9.9.9', '']] as const) {
      const listener = await listenForFrames({ port: 0, from, onFault, receive: async () => assert.fail('nothing is stored') })
      const stranger = dial(listener.port, '127.0.0.1').on('error', onFault)
      stranger.write(bytes)
      await new Promise((resolve) => stranger.once('close', resolve))
      await listener.close()
    }
  })
})

describe('a camera that publishes to a broker', () => {
  test('is stored with its topic, and again what could not be stored', async () => {
    const broker = await Aedes.createBroker()
    const server = createServer(broker.handle)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const stored: Buffer[] = []
    let disk: 'full' | 'ready' = 'full'
    const topic = (): { close(): Promise<void> } => followTopic({
      link: { url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`, topic: 'port/#' }, cameraId: 'calais-4', credentials: undefined, isAllowed: onlyWithin(['127.0.0.1']), onFault, told: onFault, heard: onFault,
      receive: async (bytes) => {
        if (disk === 'full') throw new Error('no space')
        stored.push(Buffer.from(bytes))
      },
    })
    const first = topic()
    await until(() => (broker.connectedClients === 1 ? true : undefined))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { topic: address, payload } = JSON.parse(fixture('onvif/event-from-broker.json').toString()) as { topic: string; payload: object }
    broker.publish({ cmd: 'publish', qos: 1, topic: address, payload: Buffer.from(JSON.stringify(payload)), dup: false, retain: false }, onFault)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await first.close()
    disk = 'ready'
    const second = topic()
    await until(() => (stored.length > 0 ? true : undefined))
    assert.equal(understand(stored[0] ?? Buffer.alloc(0)).reads[0]?.plate, 'YK19VBN')
    await second.close()
    await new Promise<void>((resolve) => broker.close(resolve))
    server.close()
  })
})

describe('a broker that asks who we are', () => {
  test('is shown the camera’s own user and password, and one that refuses them is a line that is down for that reason', async () => {
    const broker = await Aedes.createBroker({ authenticate: (_client, user, password, done) => done(null, user === 'calais-4' && password?.toString() === 'its own') })
    const server = createServer(broker.handle)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const stateOf = async (credentials: { user: string; password: string } | undefined) => {
      const states: string[] = []
      const line = followTopic({
        link: { url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`, topic: 'port/#' }, cameraId: 'calais-4', credentials, isAllowed: onlyWithin(['127.0.0.1']), onFault, heard: onFault,
        told: ({ state, reason }) => states.push(reason === null ? state : `${state} ${reason}`), receive: async () => {},
      })
      const settled = await until(() => states.find((state) => state !== 'trying'))
      await line.close()
      return settled
    }
    assert.equal(await stateOf({ user: 'calais-4', password: 'its own' }), 'up')
    assert.equal(await stateOf({ user: 'calais-4', password: 'another’s' }), 'down credentials-refused')
    assert.equal(await stateOf(undefined), 'down credentials-refused')
    await new Promise<void>((resolve) => broker.close(resolve))
    server.close()
  })
  test('outside the networks of cameras is never connected to', async () => {
    const states: string[] = []
    const line = followTopic({ link: { url: 'mqtt://127.0.0.1:1883', topic: 'port/#' }, cameraId: 'calais-4', credentials: undefined, isAllowed: onlyWithin(['10.0.0.0/8']), onFault, heard: onFault, told: ({ reason }) => states.push(String(reason)), receive: async () => {} })
    await until(() => (states.includes('address-not-allowed') ? true : undefined))
    await line.close()
  })
})

describe('a link on the register', () => {
  test('is opened within seconds, and what comes over it is a read of that camera', async () => {
    const site = await aSite({ wirings: [arrivals] })
    const duty = site.signedInAs('duty-officer-uk')
    const probe = createServer()
    const port = await new Promise<number>((resolve) => probe.listen(0, () => resolve((probe.address() as AddressInfo).port)))
    await new Promise((resolve) => probe.close(resolve))
    await duty.post('/cameras/register', { ending: 'gate', name: 'Gate', maker: 'nedap', lane: '2', key: 'a key of more than sixteen characters' })
    assert.equal((await duty.post('/cameras/calais-gate/link', { by: 'tags', port: '', from: 'here' })).statusCode, 422)
    assert.equal((await duty.post('/cameras/calais-gate/link', { by: 'tags', port: String(port), from: '127.0.0.1' })).statusCode, 303)
    assert.match((await duty.get('/cameras/calais-gate/link')).body, new RegExp(`value="${port}"`))
    const sent = await until(() => new Promise<boolean | undefined>((resolve) => {
      const camera = dial(port, '127.0.0.1').on('error', () => resolve(undefined))
      camera.on('data', () => { camera.destroy(); resolve(true) })
      camera.write(fixture('nedap/little-endian.bin'))
    }))
    assert.ok(sent)
    const row = await until(async () => (await sql<object>`select plate, camera_id, lane, format from arrivals.plate_read`.execute(site.db)).rows[0])
    assert.deepEqual(row, { plate: '46HVR9', camera_id: 'calais-gate', lane: '2', format: 'nedap' })
  })
})
