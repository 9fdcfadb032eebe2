import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Unintelligible } from '#platform/wire-formats'
import { understand } from '../plate-read/understand.ts'
import { faultsOf } from './check-mapping.ts'
import { mappedFormat } from './mapped-format.ts'
import type { Mapping } from './mapping.ts'
import { boundedPattern, caughtBy } from './pattern.ts'

const mapping = (change: Partial<Mapping>): Mapping => ({
  site: 'calais', name: 'Gate 4', carrier: 'json', records: '', places: { plate: 'p' }, confidenceOutOf: 100, timeFormat: 'iso', timeZone: 'Europe/Paris', noPlateWords: [], ...change,
})
const by = (change: Partial<Mapping>, message: string) => understand(Buffer.from(message), '', mappedFormat(mapping(change)))

/** A pattern that runs away takes hours, so this is far from both it and what a bounded one takes. */
const soonMs = 20_000

/** Time this process worked, which others on the same machine do not lengthen. */
const workedMs = (): number => process.cpuUsage().user / 1000

describe('a message that an installer wrote', () => {
  test('is read by paths, in its own scale, time format and words', () => {
    const { format, reads, ignored } = by({
      records: 'gate.cars[*]', confidenceOutOf: 255, timeFormat: 'dd/MM/yyyy HH:mm:ss', timeZone: 'UTC', noPlateWords: ['leer'],
      places: { plate: 'lp.text', country: 'lp.land', confidence: 'lp.q', capturedAt: 'day + clock', lane: 'lane', direction: '\'in\'', passageHint: 'event' },
    }, JSON.stringify({ gate: { cars: [{ lp: { text: 'b 84 klg', land: 'ROU', q: 204 }, day: '14/03/2026', clock: '04:42:18', lane: 3, event: 'ev-000417' }, { lp: { text: 'LEER' } }] } }))
    assert.equal(format, 'mapping:Gate 4')
    assert.partialDeepStrictEqual(reads[0], { plate: 'B84KLG', country: 'RO', confidence: 0.8, capturedAt: '2026-03-14T04:42:18.000Z', lane: '3', direction: 'in', passageHint: 'ev-000417' })
    assert.deepEqual(ignored, [{ reason: 'no-plate' }])
  })
  test('in XML has its attributes under @, and one element is a list of one', () => {
    const { reads } = by({ carrier: 'xml', records: 'car[*]', places: { plate: '@nr', lane: 'lane[0]', cameraHint: 'cam' } }, '<x:gate xmlns:x="urn:g"><x:car nr="AB12CDE"><lane>2</lane><cam kind="a">north</cam></x:car></x:gate>')
    assert.partialDeepStrictEqual(reads, [{ plate: 'AB12CDE', lane: '2', cameraHint: 'north' }])
  })
  test('in plain text is read by patterns', () => {
    const { reads } = by({ carrier: 'text', timeFormat: 'epoch', places: { plate: '/LP:([A-Z0-9 ]+);/', confidence: '/C:(\\d+)%/', capturedAt: '/T:(\\d+)/' } }, 'LP:WGM 4471K;C:91%;T:1773463338\r\n')
    assert.partialDeepStrictEqual(reads, [{ plate: 'WGM4471K', confidence: 0.91, capturedAt: '2026-03-14T04:42:18.000Z' }])
  })
  test('from a template of Vaxtor brings its pictures along, and its confidence out of a hundred', () => {
    const sent = JSON.stringify({ date: '2026-03-14T04:42:18.250Z', plate: 'KBC2847', country: 'LTU', confidence: '87.5', direction: '1', plateimage: Buffer.from('plate').toString('base64'), overviewimage: Buffer.from('x'.repeat(5000)).toString('base64') })
    const [read] = by({ places: { plate: 'plate', country: 'country', confidence: 'confidence', capturedAt: 'date', direction: 'direction', plateImage: 'plateimage', sceneImage: 'overviewimage' } }, sent).reads
    assert.partialDeepStrictEqual(read, { plate: 'KBC2847', country: 'LT', confidence: 0.875, capturedAt: '2026-03-14T04:42:18.250Z', direction: '1' })
    assert.deepEqual(read?.images.map(({ kind, bytes }) => [kind, bytes.length]), [['plate', 5], ['scene', 5000]])
  })
  test('from a template of Nedap Lumo in plain text is read by its own words', () => {
    const [read] = by({ carrier: 'text', timeFormat: 'yyyy-MM-dd HH:mm:ss', places: { plate: '/LP=([^;]+);/', country: '/STATE=([A-Z]{3});/', confidence: '/CONF=([0-9]{1,3});/', capturedAt: '/AT=([^;]+);/', direction: '/DIR=([A-Z]+)/' } }, 'LP=46-HVR-9;CONF=93;STATE=NLD;AT=2026-03-14 05:42:18;DIR=APPROACHING').reads
    assert.partialDeepStrictEqual(read, { plate: '46HVR9', country: 'NL', confidence: 0.93, capturedAt: '2026-03-14T04:42:18.000Z', direction: 'APPROACHING' })
  })
  test('that its mapping does not fit goes on to the makers\' own ways', () => {
    assert.equal(by({}, '{"Active":"keepAlive","DeviceID":"x"}').format, 'dahua')
    assert.throws(() => by({}, '{"other": 1}'), Unintelligible)
  })
})

describe('a pattern', () => {
  const refused: Readonly<Record<string, string>> = {
    '(a+)+': 'nested-repeat', '((ab)*c){2}': 'nested-repeat', '(\\w+)\\s*=\\s*(\\d+)x+': 'too-many-repeats', '(a{2,99})': 'repeat-too-large',
    '(a)\\1': 'looks-back', '(?<=x)(a)': 'looks-back', '(': 'not-a-pattern', 'abc': 'no-group', ['(a)'.repeat(70)]: 'too-long',
  }
  for (const [source, fault] of Object.entries(refused)) test(`${source.slice(0, 30)} is refused: ${fault}`, () => assert.equal(boundedPattern(source), fault))
  test('finds its group anywhere in the text', () => {
    const pattern = boundedPattern('plate=(\\w+)')
    assert.ok(pattern instanceof RegExp)
    assert.equal(caughtBy(pattern, `${'x'.repeat(9000)} plate=AB12CDE`), 'AB12CDE')
  })
  test('that is taken ends soon, whatever pattern and text are', () => {
    const piece = fc.constantFrom('a', '.', '\\w', '[ab]', '(', ')', '(?:', '+', '*', '{2,}', '?', '|', 'b', '\\s', '^', '$')
    const worst = ['a'.repeat(20_000), 'ab'.repeat(10_000), `${'a '.repeat(8000)}!`]
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom(...worst), (pieces, text) => {
      const pattern = boundedPattern(pieces.join(''))
      if (typeof pattern === 'string') return
      const startedMs = workedMs()
      caughtBy(pattern, text)
      assert.ok(workedMs() - startedMs < soonMs)
    }), { numRuns: 300 })
  })
  test('at its worst ends too', () => {
    const pattern = boundedPattern('(.*.*!)')
    assert.ok(pattern instanceof RegExp)
    const startedMs = workedMs()
    caughtBy(pattern, 'a'.repeat(100_000))
    assert.ok(workedMs() - startedMs < soonMs)
  })
})

describe('a mapping', () => {
  test('says which of its fields cannot work', () => {
    assert.deepEqual(faultsOf(mapping({ places: { country: 'a..b', lane: '/(x+)+/' }, records: 'a[', timeFormat: 'dd/MM HH' })), [
      { field: 'plate', fault: 'plate-has-no-place' }, { field: 'records', fault: 'not-a-path' }, { field: 'country', fault: 'not-a-path' }, { field: 'lane', fault: 'nested-repeat' }, { field: 'timeFormat', fault: 'not-a-time-format' },
    ])
  })
  test('of any words, on any message, understands or refuses', () => {
    const written = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('a', 'a.b', 'a[*]', '[0]', '*', '/(a)/', '/(.+)/', 'a + b', '__proto__', 'constructor'))
    const any = fc.record({ carrier: fc.constantFrom('json', 'xml', 'text'), records: written, places: fc.record({ plate: written, capturedAt: written, confidence: written }), confidenceOutOf: fc.integer({ min: 1, max: 300 }), timeFormat: fc.oneof(fc.constantFrom('iso', 'epoch', 'yyyy-MM-dd HH:mm'), fc.string({ maxLength: 20 })) })
    const messages = fc.oneof(fc.jsonValue().map((json) => JSON.stringify({ a: json })), fc.constantFrom('<a><b>AB12</b><b c="1"/></a>', 'AB12CDE'), fc.string())
    fc.assert(fc.property(any, messages, (change, message) => {
      try {
        by(change as Partial<Mapping>, message)
      } catch (error) {
        if (!(error instanceof Unintelligible)) throw error
      }
    }), { numRuns: 800 })
  })
})
