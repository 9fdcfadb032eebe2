import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Unintelligible } from '#platform/wire-formats'
import { understand } from './understand.ts'
import type { Understanding } from './understanding.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/cameras/${name}`, import.meta.url))
const understood = (name: string, contentType?: string): Understanding => understand(fixture(name), contentType)

function brief({ reads, ignored }: Understanding) {
  return [...reads.map((read) => `${read.plate} ${read.country ?? '-'} ${read.confidence} ${read.capturedAt}`), ...ignored.map(({ reason }) => reason)]
}

describe('a Hikvision event', () => {
  test('gives the corrected plate, what was read before, and how sure the camera was of each character', () => {
    const [read] = understood('hikvision/pictures.multipart', 'multipart/form-data; boundary=MIME_boundary').reads
    assert.partialDeepStrictEqual(read, {
      plate: 'B84KLG', plateAsRead: '884KLG', country: 'RO', confidence: 0.91, capturedAt: '2026-03-14T04:42:18.250Z', cameraHint: '24:28:fd:10:62:21', lane: '3',
      direction: 'forward', characterConfidence: [0.99, 0.61, 0.97, 0.98, 0.99, 0.88], candidates: [{ plate: '884KLG', confidence: null }],
    })
    assert.deepEqual(read?.images.map(({ kind }) => kind), ['plate', 'scene'])
  })
  test('is understood under a prefix, with confidence out of one, a named country and a picture that never came', () => {
    const understanding = understood('hikvision/forwarded-prefixed-empty-picture.multipart')
    assert.deepEqual(brief(understanding), ['WGM4471K PL 0.95 2026-07-02T21:59:59.000Z'])
    assert.deepEqual(understanding.reads[0]?.images, [])
    assert.equal(understanding.reads[0]?.direction, null)
  })
  test('without an offset is in Paris time, and a character list of the wrong length is not believed', () => {
    const understanding = understood('hikvision/old-firmware-no-offset.xml')
    assert.deepEqual(brief(understanding), ['MK1234BB - 0.775 2026-01-20T07:15:30.000Z'])
    assert.equal(understanding.reads[0]?.characterConfidence, null)
  })
  test('sent late from the memory card keeps the moment of its picture', () => {
    assert.deepEqual(brief(understood('hikvision/sent-late-from-memory-card.xml')), ['DESX1207 DE 0.88 2026-03-14T05:11:02.417Z'])
  })
  test('about anything but a plate is ignored with the reason', () => {
    assert.deepEqual(brief(understood('hikvision/motion-on-the-same-socket.xml')), ['other-event'])
  })
  test('of a stream is understood under each of its namespaces, with the pictures that follow it, among signs of life and motion', () => {
    const understanding = understood('hikvision/alert-stream.multipart')
    assert.deepEqual(understanding.reads.map(({ plate, capturedAt, images }) => `${plate} ${capturedAt} ${images.map(({ kind }) => kind).join('+')}`), ['GX072TK 2026-03-14T04:42:18.250Z plate+scene', 'WGM4471K 2026-03-14T04:42:31.100Z ', '1ABC234 2026-03-14T04:42:44.000Z scene'])
    assert.deepEqual(understanding.ignored, [{ reason: 'other-event' }, { reason: 'other-event' }, { reason: 'other-event' }])
  })
  test('saved with its request line and headers is understood all the same', () => {
    const body = fixture('hikvision/sent-late-from-memory-card.xml')
    const head = 'POST /cameras/c1/events HTTP/1.1\r\nContent-Type: application/xml\r\n\r\n'
    assert.equal(understand(Buffer.concat([Buffer.from(head), body])).reads[0]?.plate, 'DESX1207')
  })
  test('whose firmware gives every event the same id is told from the others by plate and time', () => {
    const event = (uuid: string, at: string) => understand(Buffer.from(`<EventNotificationAlert><dateTime>${at}</dateTime><eventType>ANPR</eventType><ANPR><licensePlate>AB12CDE</licensePlate></ANPR><UUID>${uuid}</UUID></EventNotificationAlert>`)).reads[0]
    for (const uuid of ['x', '', '00000000-0000-0000-0000-000000000000']) {
      assert.equal(event(uuid, '2026-03-14T05:42:18+01:00')?.passageHint, null)
      assert.notEqual(event(uuid, '2026-03-14T05:42:18+01:00')?.sameAs, event(uuid, '2026-03-14T05:43:18+01:00')?.sameAs)
    }
  })
  test('may share a form with others, each followed by its own pictures', () => {
    const event = (plate: string) => `--b\r\nContent-Type: application/xml\r\n\r\n<EventNotificationAlert><eventType>ANPR</eventType><ANPR><licensePlate>${plate}</licensePlate></ANPR></EventNotificationAlert>\r\n`
    const picture = '--b\r\nContent-Disposition: form-data; name="licensePlatePicture.jpg"\r\nContent-Type: image/jpeg\r\n\r\nxx\r\n'
    const { reads } = understand(Buffer.from(`${event('AB12CDE')}${picture}${picture}${event('WGM4471K')}${picture}--b--`), 'multipart/form-data; boundary=b')
    assert.deepEqual(reads.map(({ plate, images }) => `${plate} ${images.length}`), ['AB12CDE 2', 'WGM4471K 1'])
  })
  test('gives the same identity for the same read delivered twice, and another for another', () => {
    const same = (name: string) => understood(`hikvision/${name}`).reads[0]?.sameAs
    assert.equal(same('pictures.multipart'), same('pictures.multipart'))
    assert.notEqual(same('pictures.multipart'), same('sent-late-from-memory-card.xml'))
  })
})

describe('words for "no plate"', () => {
  const event = (plate: string) => Buffer.from(`<EventNotificationAlert><eventType>ANPR</eventType><ANPR><licensePlate>${plate}</licensePlate></ANPR></EventNotificationAlert>`)
  for (const word of ['unknown', 'Unknown', 'noplate', 'No Plate', '--', 'unlicensed', '', '???']) {
    test(`"${word}" is ignored and never a read`, () => assert.deepEqual(brief(understand(event(word))), ['no-plate']))
  }
  test('but a plate with one character unread is a read', () => {
    assert.equal(understand(event('AB1?CDE')).reads[0]?.plate, 'AB1#CDE')
  })
})

describe('a Plate Recognizer message', () => {
  test('may hold the plates of tractor and trailer, in lower case', () => {
    const understanding = understood('plate-recognizer/front-and-trailer.multipart', 'multipart/form-data; boundary=7d1f0a5b2c')
    assert.deepEqual(brief(understanding), ['GX072TK FR 0.913 2026-03-14T04:42:18.331Z', 'GB123XY PL 0.62 2026-03-14T04:42:18.331Z'])
    assert.deepEqual(understanding.reads.map(({ plateAsRead, direction, images }) => [plateAsRead, direction, images.length]), [['gx072tk', '184', 1], ['gb123xy', null, 1]])
    assert.deepEqual(understanding.reads[1]?.candidates, [{ plate: 'GB123XY', confidence: null }])
  })
  test('is read in its later shape, where the plate is an object', () => {
    const [read] = understood('plate-recognizer/plate-as-object.multipart').reads
    assert.partialDeepStrictEqual(read, { plate: 'KBC2847', confidence: 0.871, country: 'LT', candidates: [{ plate: 'KBC2847' }, { plate: 'K8C2847', confidence: 0.702 }] })
  })
  test('is in UTC even when its time does not say so', () => {
    assert.deepEqual(brief(understood('plate-recognizer/time-without-zone.json')), ['1ABC234 BE 0.913 2026-03-14T04:42:18.331Z'])
  })
  test('without a plate in the picture is ignored, once a vehicle', () => {
    assert.deepEqual(brief(understood('plate-recognizer/no-plate-in-picture.json')), ['no-plate', 'no-plate'])
  })
  test('may come as an ordinary form', () => {
    assert.deepEqual(brief(understood('plate-recognizer/form-without-picture.urlencoded')), ['OK51ABC GB 0.913 2026-03-14T04:42:18.331Z'])
  })
})

describe('an OpenALPR message', () => {
  test('is a preview first and final later, tied by the first uuid, and neither repeats the other', () => {
    const [preview] = understood('openalpr/group-preview.json').reads
    const [final] = understood('openalpr/group-final.json').reads
    assert.deepEqual([preview?.state, preview?.plate, final?.state, final?.plate], ['preview', '34A8C123', 'final', '34ABC123'])
    assert.equal(preview?.passageHint, final?.passageHint)
    assert.notEqual(preview?.sameAs, final?.sameAs)
  })
  test('counts its milliseconds and its per cent, and brings its pictures along', () => {
    const understanding = understood('openalpr/group-final.json')
    assert.deepEqual(brief(understanding), ['34ABC123 TR 0.934127 2026-03-14T04:42:18.000Z'])
    assert.deepEqual(understanding.reads[0]?.images.map(({ kind }) => kind), ['plate', 'vehicle'])
  })
  test('of a frame gives each plate the time it was seen, in seconds or milliseconds', () => {
    assert.deepEqual(brief(understood('openalpr/frame-two-plates.json')), ['YK19VBN GB 0.905 2026-03-14T04:42:18.000Z', 'C41177 GB 0.7125 2026-03-14T04:42:18.410Z'])
  })
  test('that is a heartbeat is ignored', () => {
    assert.deepEqual(brief(understood('openalpr/heartbeat.json')), ['heartbeat'])
  })
  test('of an alert repeats the group it wraps', () => {
    assert.equal(understood('openalpr/alert-wrapping-a-group.json').reads[0]?.sameAs, understood('openalpr/group-final.json').reads[0]?.sameAs)
  })
})

describe('the public samples of the three makers', () => {
  const samples = new URL('../../../../../shared/samples/anpr/', import.meta.url)
  const absent = existsSync(samples) ? false : 'the samples are not on this machine'
  const expected: Readonly<Record<string, readonly string[]>> = {
    'hikvision-isapi-anpr.parkpow.xml': ['PECT600 - 0.97 2024-01-19T03:17:19.000Z'],
    'hikvision-isapi-anpr.deepinview-v5.8.xml': ['WX1234A - 0.92 2026-07-05T19:44:40.000Z'],
    'hikvision-isapi-anpr.std-cgi-ver10.xml': ['EL123AB - 0.85 2020-03-10T08:12:00.000Z'],
    'hikvision-isapi-anpr.unknown-plate.xml': ['no-plate'],
    'platerecognizer-stream-webhook.json': ['9JUB11 GB 0.839 2021-09-29T05:56:13.606Z'],
    'platerecognizer-stream-webhook.front-rear-tester.json': ['PL8REC US 0.902 2026-01-01T00:00:00.000Z'],
    'openalpr-alpr-group.json': ['A13709 - 0.920752 2015-11-24T00:50:08.789Z'],
    'openalpr-alpr-results.json': ['S11FRE - 0.771307 2014-06-07T17:10:50.000Z', 'EJLESSIE - 0.78168 2014-06-07T16:20:50.000Z'],
  }
  for (const [name, answer] of Object.entries(expected)) {
    test(`${name} is understood`, { skip: absent }, () => assert.deepEqual(brief(understand(readFileSync(new URL(name, samples)))), answer))
  }
  test('the form whose XML lost its tags is refused by name, not guessed at', { skip: absent }, () => {
    assert.throws(() => understand(readFileSync(new URL('hikvision-multipart-framing.txt', samples))), Unintelligible)
  })
})
