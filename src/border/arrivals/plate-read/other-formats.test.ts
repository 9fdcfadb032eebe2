import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { instant } from '#values'
import { Unintelligible } from '#platform/wire-formats'
import { likelierMoment } from './capture-time.ts'
import { formats } from './formats.ts'
import { openMessages } from './open-message.ts'
import { understand } from './understand.ts'
import type { Understanding } from './understanding.ts'
import { writtenMoment } from './written-moment.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/cameras/${name}`, import.meta.url))

function brief({ reads, ignored }: Understanding) {
  return [...reads.map((read) => [read.plate, read.country, read.confidence, read.capturedAt, read.lane, read.direction, read.passageHint, read.state].map((each) => each ?? '-').join(' ')), ...ignored.map(({ reason }) => reason)]
}

const meanings: Readonly<Record<string, readonly string[]>> = {
  'dahua/event-manager.multipart': ['WB4471K PL 0.94 2026-03-14T04:42:18.250Z 4 - group-318 new', 'heartbeat'],
  'dahua/vehicle-object-names-a-make.txt': ['no-plate'],
  'dahua/front-and-back.json': ['AB12CDE - - 2026-03-14T04:42:18.005Z 2 Approach - new', 'WPR20XX - - 2026-03-14T04:42:18.005Z 2 Approach - new'],
  'dahua/snap-manager.multipart': ['GX072TK - 0.77 - 3 - - new'],
  'dahua/motion.txt': ['other-event'],
  'dahua/event-manager-cut-json.multipart': ['GX072TK FR 0.91 2026-03-14T04:42:18.250Z 2 - - new', 'B84KLG RO 0.91 2026-03-14T04:42:29.000Z 2 - - new', 'WB4471K PL 0.91 2026-03-14T04:42:40.250Z 2 - - new', 'heartbeat', 'other-event'],
  'dahua/kept-files.txt': ['GX072TK - - 2026-03-14T04:42:18.000Z - - - new', 'GX072TK - - 2026-03-14T04:42:19.000Z - - - new', 'KBC2847 - - 2026-03-14T04:50:02.000Z - - - new', 'no-plate'],
  'dahua/itsapi-push.json': ['B84KLG RO 0.96 2026-03-14T04:42:18.250Z 2 Obverse - new'],
  'dahua/itsapi-keep-alive.json': ['heartbeat'],
  'axis/new.json': ['AA7690BX UA 0.612 2026-03-14T04:42:18.250Z 2 - car-20417 new'],
  'axis/update.json': ['AA7690BK UA 0.871034 2026-03-14T04:42:19.010Z 2 in car-20417 update'],
  'axis/lost.json': ['AA7690BK UA 0.9 2026-03-14T04:42:29.900Z 2 in car-20417 final'],
  'axis/vapix-event-new.xml': ['24RZ31 PT - 2026-03-14T04:42:18.250Z - - car-1087595 new'],
  'axis/vapix-event-lost.xml': ['24RZ37 PT - 2026-03-14T04:42:29.900Z - - car-1087595 final'],
  'axis/with-pictures.multipart': ['XK204LM FR 0.93 2026-03-14T04:42:18.250Z 2 out car-20418 update'],
  'axis/new-without-plate.json': ['no-plate'],
  'onvif/frame.xml': ['DESX1207 DE 0.87 2026-03-14T04:42:18.250Z - - object-810 new', 'no-plate'],
  'onvif/event.xml': ['1ABC234 BE 0.91 2026-03-14T04:42:18.000Z - Forward object-42 new'],
  'onvif/event-from-broker.json': ['YK19VBN GB 0.94 2026-03-14T04:42:18.331Z - - object-77 new'],
  'onvif/frame-from-broker.json': ['OK51ABC - 1 2026-03-14T04:42:18.100Z - - object-5 new'],
  'onvif/metadata-without-plates.xml': ['other-event'],
  'genetec/sharpv.xml': ['MK1234BB PT - 2026-03-14T04:42:18.250Z - - - new'],
  'genetec/template-never-filled.xml': ['no-plate'],
  'genetec/exporter-day-first.json': ['GB123XY PL 0.88 2026-03-14T04:42:18.000Z - Closer - new'],
  'genetec/exporter-either-order.json': ['GB124XY - 0.71 2026-04-03T22:13:11.000Z - - - new'],
  'genetec/list-hit.xml': ['EF4S6GH FR - 2026-03-28T22:13:11.000Z - - - new'],
  'lilin/log.json': ['34ABC123 TR 0.795461 2026-03-14T04:42:18.250Z - - car-44 final', '7336GN KG 0.795461 2026-03-14T04:42:18.000Z - - car-45 final', 'no-plate'],
  'lilin/one-row.json': ['34ABC123 TR 0.795461 2026-03-14T04:42:18.250Z - - car-44 final'],
  'lilin/empty-log.json': ['no-result'],
  'axxon/car-plate.xml': ['A123BC77 RU - 2026-03-14T04:42:18.000Z - in - new'],
  'axxon/car-plate-with-pictures.xml': ['KBC2847 LT 0.97 2026-03-14T04:42:18.695Z - out - new'],
  'axxon/not-defined.xml': ['no-plate'],
  'axxon/framed-text.bin': ['KBC2847 - - 2026-03-14T04:42:18.000Z - - - new'],
  'axxon/framed-text-not-defined.bin': ['no-plate'],
  'axxon/time-of-zeros.xml': ['BR77 - - - - - - new'],
  'frigate/event-end.json': ['WPR20XX - 0.933451 2026-03-14T04:42:19.500Z - 180 1773463338.250377-mxklsc final'],
  'frigate/event-without-plate.json': ['other-event'],
  'frigate/event-plate-in-a-list.json': ['WPR2OXX - 0.61 2026-03-14T04:42:19.500Z - 180 1773463338.250377-mxklsc update'],
  'frigate/plate-update.json': ['WPR20XX - 0.95 2026-03-14T04:42:18.748Z - - 1773463338.250377-mxklsc update'],
  'frigate/face.json': ['other-event'],
  'flock/read.json': ['GX072TK FR 0.94 2026-03-14T04:42:18.250Z - - - new'],
  'flock/state-that-is-no-country.json': ['8ABC123 - 0.97 2026-03-14T04:42:19.000Z - - - new'],
  'flock/nothing-read.json': ['no-plate'],
  'ga-t-1400/list.json': ['KBC2847 - 0.92 2026-03-14T04:42:18.000Z 4 1 6200000000119000000103202603140542180000102000011 new', 'LT204KM - 0.92 2026-03-14T04:42:18.000Z 4 1 6200000000119000000103202603140542180000102000011 new', 'no-plate'],
  'ga-t-1400/one.json': ['GX072TK - - 2026-03-14T04:42:20.000Z 2 - - new'],
  'ga-t-1400/empty-list.json': ['no-result'],
  'milestone/plate-event.xml': ['WB4471K PL 0.91 2026-03-14T04:42:18.250Z - - - new'],
  'milestone/another-detector.xml': ['other-event'],
  'fiware/observed.json': ['1ABC234 BE 0.96 2026-03-14T04:42:18.000Z 7 towards - new'],
  'fiware/notification.json': ['GX072TK FR 0.97 2026-03-14T04:42:18.000Z 3 away - new', 'no-plate'],
  'apds/characters.json': ['1ENC003 BE 0.601 2026-03-14T04:42:18.000Z - 175 - new'],
  'apds/too-few-characters.json': ['1ENC004 BE 0.601 2026-03-14T04:42:19.000Z - 175 - new'],
  'apds/parking-badge.json': ['other-event'],
  'plate-recognizer-csv/stream.csv': ['GX072TK FR 0.913 2026-03-14T04:42:18.970Z - 184 - new', 'no-plate'],
  'adaptive-recognition/result.xml': ['KBC2847 LT - - - - - new'],
  'adaptive-recognition/lines.txt': ['KBC2847 LT - 2026-03-14T04:42:18.200Z - - - new'],
  'adaptive-recognition/template-never-filled.txt': ['no-plate'],
}

describe('what each maker\'s message means', () => {
  for (const [name, meaning] of Object.entries(meanings)) {
    test(name, () => {
      const understanding = understand(fixture(name))
      assert.equal(understanding.format, name.split('/')[0])
      assert.deepEqual(brief(understanding), meaning)
    })
  }
})

describe('of all formats', () => {
  for (const name of Object.keys(meanings)) {
    test(`only its own recognises ${name}`, () => {
      for (const message of openMessages(fixture(name))) assert.deepEqual(formats.filter((format) => format.recognises(message)).map((format) => format.name), [name.split('/')[0]])
    })
  }
})

describe('details that decide', () => {
  test('the three messages about one car differ, so that each counts, and are tied, so that the last replaces the others', () => {
    const reads = ['new', 'update', 'lost'].flatMap((state) => understand(fixture(`axis/${state}.json`)).reads)
    assert.equal(new Set(reads.map(({ sameAs }) => sameAs)).size, 3)
    assert.equal(new Set(reads.map(({ passageHint }) => passageHint)).size, 1)
  })
  test('character confidence is kept where it fits the plate and dropped where it does not', () => {
    assert.deepEqual(understand(fixture('apds/characters.json')).reads[0]?.characterConfidence, [0.944, 0.851, 0.876, 0.95, 0.932, 0.936, 0.601])
    assert.equal(understand(fixture('apds/too-few-characters.json')).reads[0]?.characterConfidence, null)
  })
  test('so is that of a list of characters each with its number, and a trailer stands beside its tractor', () => {
    const [tractor, trailer] = understand(fixture('ga-t-1400/list.json')).reads
    assert.deepEqual(tractor?.characterConfidence, [0.93, 0.71, 0.95, 0.96, 0.8, 0.99, 0.99])
    assert.deepEqual([tractor?.images.map(({ kind }) => kind), trailer?.characterConfidence, tractor?.passageHint === trailer?.passageHint], [['plate', 'scene'], null, true])
  })
  test('the other guesses of a row of CSV are candidates', () => {
    assert.deepEqual(understand(fixture('plate-recognizer-csv/stream.csv')).reads[0]?.candidates.map(({ plate }) => plate), ['GX072TK', 'GX0721K'])
  })
  test('pictures in base64 and in parts come along', () => {
    for (const [name, kinds] of [['dahua/itsapi-push.json', 'plate'], ['dahua/snap-manager.multipart', 'scene'], ['axis/with-pictures.multipart', 'plate vehicle'], ['axxon/car-plate-with-pictures.xml', 'plate vehicle'], ['onvif/event-from-broker.json', 'plate'], ['genetec/sharpv.xml', 'plate']] as const) {
      assert.equal(understand(fixture(name)).reads[0]?.images.map(({ kind }) => kind).join(' '), kinds, name)
    }
  })
  test('a read without a moment or an id is never taken for a repeat of another', () => {
    assert.equal(understand(fixture('axxon/time-of-zeros.xml')).reads[0]?.sameAs, null)
  })
})

describe('a date whose order is not sure', () => {
  test('is certain when only one order is a day of the calendar', () => {
    assert.deepEqual(writtenMoment('14/03/2026', '04:42:18', 'UTC'), { capturedAt: '2026-03-14T04:42:18.000Z' })
    assert.deepEqual(writtenMoment('03/14/2026', '04:42:18', 'UTC'), { capturedAt: '2026-03-14T04:42:18.000Z' })
    assert.deepEqual(writtenMoment('04/04/2026', '04:42:18', 'UTC'), { capturedAt: '2026-04-04T04:42:18.000Z' })
  })
  test('is given both ways when both are', () => {
    assert.deepEqual(writtenMoment('03/04/2026', '22:13:11', 'UTC'), { capturedAt: '2026-04-03T22:13:11.000Z', otherwise: '2026-03-04T22:13:11.000Z' })
  })
  test('is settled by the moment it arrived', () => {
    const [april, march] = [instant('2026-04-03T22:13:11Z'), instant('2026-03-04T22:13:11Z')]
    assert.equal(likelierMoment(instant('2026-03-04T22:13:12Z'), april, march), march)
    assert.equal(likelierMoment(instant('2026-04-03T22:13:12Z'), april, march), april)
    assert.equal(likelierMoment(march, null, undefined), march)
  })
})

describe('the public samples of the other makers', () => {
  const samples = new URL('../../../../../shared/samples/anpr/', import.meta.url)
  const absent = existsSync(samples) ? false : 'the samples are not on this machine'
  const plain = (text: string): string => text.replaceAll(/(^|[\s,])\/\/ .*$/gm, '$1')
  const expected: Readonly<Record<string, readonly string[]>> = {
    'dahua-eventmanager-itc237.txt': ['9P08278 - - 2026-04-09T11:21:04.232Z - - - new'],
    'dahua-eventmanager-traffic-full.json': ['ABC123 SE - - 2 1 - new'],
    'dahua-snapmanager-attachfileproc.txt': ['ZZZ12345 - - - 1 - - new', 'heartbeat'],
    'axis-fflpr-event.json': ['RLE11684 PL 0.719034 2021-06-11T10:05:38.252Z 2 in car-1144696 final'],
    'onvif-metadata-licenseplate.spec-example.xml': ['6DZG261 US 0.9 2010-10-20T12:24:57.321Z - - object-12 new'],
    'onvif-metadata-empty-plate.xml': ['no-plate'],
    'onvif-mqtt-bosch-licenseplate.json': ['SN66XMZ TH 0.92 2026-01-01T00:00:00.000Z - - - new'],
    'genetec-sharpv-ftp-template.xml': ['no-plate'],
    'genetec-thirdparty-exporter-hotlist-hit.partial.xml': ['no-plate'],
    'frigate-tracked-object-update-lpr.jsonc': ['123ABC - 0.95 2020-12-04T23:19:18.748Z - - 1607123955.475377-mxklsc update'],
    'frigate-events.jsonc': ['ABC12345 - 0.933451 2020-12-04T23:19:22.082Z - 180 1607123955.475377-mxklsc update'],
    'ngsi-anprflowobserved.json': ['1ABC123 BE 0.96 2022-09-01T16:30:00.000Z ABC123 towards - new'],
    'apds-arvoo-observation.json': ['1ENC003 BE 0.851 2020-09-11T10:45:00.000Z - 175 - new'],
    'axxon-car-plate.xml': ['X000XX000 RU - - - in - new'],
  }
  for (const [name, answer] of Object.entries(expected)) {
    test(`${name} is understood`, { skip: absent }, () => {
      const text = readFileSync(new URL(name, samples), 'utf8')
      const first = name.endsWith('c') ? plain(text).split(/^(?=\{)/m)[0] ?? '' : text.replace(/^<!--.*?-->\s*/, '')
      assert.deepEqual(brief(understand(Buffer.from(first))), answer)
    })
  }
  test('both templates of adaptive-recognition-vidar-template.txt are understood', { skip: absent }, () => {
    const [xml = '', lines = ''] = readFileSync(new URL('adaptive-recognition-vidar-template.txt', samples), 'utf8').split('\n\n')
    assert.deepEqual(brief(understand(Buffer.from(xml))), ['ABC123 - - - - - - new'])
    assert.deepEqual(brief(understand(Buffer.from(lines))), ['no-plate'])
  })
  test('a description of a rule is no message', { skip: absent }, () => {
    assert.throws(() => understand(readFileSync(new URL('onvif-lpr-ruledescription.xml', samples))), Unintelligible)
  })
})
