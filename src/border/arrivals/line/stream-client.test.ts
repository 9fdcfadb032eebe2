import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test, type TestContext } from 'node:test'
import { onlyWithin } from '#platform/outgoing'
import { aStreamingCamera, type StreamingCamera } from '#test/a-streaming-camera'
import type { StreamKind } from '../camera/camera.ts'
import { understand } from '../plate-read/understand.ts'
import type { LineState } from './line.ts'
import { readStream, type Streaming } from './stream-client.feed.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/cameras/${name}`, import.meta.url))
const alerts = fixture('hikvision/alert-stream.multipart')
const credentials = { user: 'reader', password: 'a password' }
const isAllowed = onlyWithin(['127.0.0.0/8'])

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  assert.fail('it never came')
}

interface Heard {
  readonly plates: string[]
  readonly pictures: number[]
  readonly states: string[]
}

function listenTo(t: TestContext, camera: StreamingCamera, by: StreamKind, more: Partial<Streaming> = {}): Heard {
  const heard: Heard = { plates: [], pictures: [], states: [] }
  const line = readStream({
    cameraId: 'calais-1', link: { by, url: camera.url, channel: 1 }, credentials, isAllowed,
    receive: async (bytes, contentType) => {
      const { reads } = understand(bytes, contentType)
      for (const read of reads) {
        heard.plates.push(read.plate)
        heard.pictures.push(read.images.length)
      }
    },
    told: ({ state, reason }: LineState) => void heard.states.push(reason === null ? state : `${state} ${reason}`),
    heard: () => {}, onFault: () => {}, ...more,
  })
  t.after(async () => {
    await line.close()
    await camera.close()
  })
  return heard
}

const hikvision = (change: Partial<Parameters<typeof aStreamingCamera>[0]> = {}) => aStreamingCamera({ ...credentials, algorithm: 'SHA-256', contentType: 'multipart/mixed; boundary=boundary', ...change })
const dahua = () => aStreamingCamera({ ...credentials, algorithm: 'MD5', contentType: 'multipart/x-mixed-replace; boundary=myboundary' })

describe('a camera that streams its events', () => {
  test('is read in every namespace, each event with its pictures, however the network cuts it', async (t) => {
    const camera = await hikvision()
    const heard = listenTo(t, camera, 'hikvision-alerts')
    await until(() => camera.listening() === 1)
    for (let at = 0; at < alerts.length; at += 97) {
      camera.say(alerts.subarray(at, at + 97))
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await until(() => heard.plates.length === 3)
    assert.deepEqual(heard, { plates: ['GX072TK', 'WGM4471K', '1ABC234'], pictures: [2, 0, 1], states: ['trying', 'up'] })
    assert.deepEqual(camera.asked, ['/ISAPI/Event/notification/alertStream'])
  })

  test('is heard at once, not when the next event ends the one before', async (t) => {
    const camera = await hikvision()
    const heard = listenTo(t, camera, 'hikvision-alerts')
    await until(() => camera.listening() === 1)
    camera.say(alerts.subarray(0, alerts.indexOf('--boundary', alerts.indexOf('WGM4471K'))))
    await until(() => heard.plates.includes('WGM4471K'))
    assert.deepEqual(heard.pictures, [2, 0])
  })

  test('whose pictures do not come is not waited for', async (t) => {
    const camera = await hikvision()
    const heard = listenTo(t, camera, 'hikvision-alerts')
    await until(() => camera.listening() === 1)
    camera.say(alerts.subarray(0, alerts.indexOf('--boundary', alerts.indexOf('GX072TK'))))
    await until(() => heard.plates.includes('GX072TK'))
    assert.deepEqual(heard.pictures, [0])
  })

  test('is connected to again when it cuts the stream, restarts or calls the nonce stale', async (t) => {
    const camera = await hikvision({ nonceUses: 1 })
    const heard = listenTo(t, camera, 'hikvision-alerts')
    for (let round = 1; round <= 2; round++) {
      await until(() => camera.listening() === 1)
      camera.say(alerts)
      await until(() => heard.plates.length === 3 * round)
      camera.cut()
      await until(() => heard.states.at(-1)?.startsWith('down') === true)
    }
    assert.deepEqual(heard.states, ['trying', 'up', 'down fault', 'up', 'down fault'])
  })

  test('that says nothing any more is given up and tried again, though the connection stands', async (t) => {
    const camera = await hikvision()
    const heard = listenTo(t, camera, 'hikvision-alerts', { stalledAfterMs: 150 })
    await until(() => heard.states.filter((state) => state === 'up').length >= 2)
    assert.ok(heard.states.includes('down stalled'))
  })

  test('that refuses the password is not tried until its account is locked', async (t) => {
    const camera = await hikvision()
    const heard = listenTo(t, camera, 'hikvision-alerts', { credentials: { user: 'reader', password: 'wrong' } })
    await until(() => heard.states.includes('down credentials-refused'))
    const sentAway = camera.sentAway()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    assert.equal(camera.sentAway(), sentAway)
    assert.deepEqual(heard.states, ['trying', 'down credentials-refused'])
  })

  test('outside the networks of cameras is never connected to', async (t) => {
    const camera = await hikvision()
    const heard = listenTo(t, camera, 'hikvision-alerts', { isAllowed: onlyWithin(['10.4.0.0/16']) })
    await until(() => heard.states.includes('down address-not-allowed'))
    assert.equal(camera.sentAway(), 0)
  })

  test('waits while the disk does not write, and loses nothing', async (t) => {
    const camera = await hikvision()
    const kept: string[] = []
    let refusals = 2
    const heard = listenTo(t, camera, 'hikvision-alerts', {
      receive: async (bytes, contentType) => {
        if (refusals-- > 0) throw new Error('no space left')
        kept.push(...understand(bytes, contentType).reads.map(({ plate }) => plate))
      },
    })
    await until(() => camera.listening() === 1)
    camera.say(alerts)
    await until(() => kept.length === 3)
    assert.deepEqual([kept, heard.states], [['GX072TK', 'WGM4471K', '1ABC234'], ['trying', 'up']])
  })
})

describe('a Dahua camera that streams', () => {
  test('is understood with lengths of nothing, with events cut in the middle and with signs of life between', async (t) => {
    const camera = await dahua()
    const heard = listenTo(t, camera, 'dahua-events')
    await until(() => camera.listening() === 1)
    camera.say(fixture('dahua/event-manager-cut-json.multipart'))
    await until(() => heard.plates.length === 3)
    assert.deepEqual(heard.plates, ['GX072TK', 'B84KLG', 'WB4471K'])
    assert.deepEqual(camera.asked, ['/cgi-bin/eventManager.cgi?action=attach&codes=[TrafficJunction]&heartbeat=5'])
  })
  test('sends each event of `snapManager` with its picture', async (t) => {
    const camera = await dahua()
    const heard = listenTo(t, camera, 'dahua-snaps')
    await until(() => camera.listening() === 1)
    camera.say(Buffer.from(fixture('dahua/snap-manager.multipart').toString('latin1').replaceAll(/--\w+(?=\r\n|--)/g, '--myboundary'), 'latin1'))
    await until(() => heard.plates.length === 1)
    assert.deepEqual([heard.plates, heard.pictures], [['GX072TK'], [1]])
    assert.match(camera.asked[0] ?? '', /snapManager\.cgi\?action=attachFileProc&channel=1&heartbeat=5/)
  })
})
