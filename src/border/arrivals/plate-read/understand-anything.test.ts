import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Unintelligible } from '#platform/wire-formats'
import { understand } from './understand.ts'

const fixtures = new URL('../../../../fixtures/cameras/', import.meta.url)
const runs = 200

/** Understands or refuses: the two things bytes from a camera may lead to. What spoiled messages lead to is in `hostile.test.ts`. */
function endsWell(bytes: Uint8Array, contentType: string = ''): void {
  try {
    const { reads } = understand(bytes, contentType)
    for (const read of reads) assert.match(read.plate, /^[A-Z0-9#]{1,14}$/)
  } catch (error) {
    if (!(error instanceof Unintelligible)) throw error
  }
}

const contentTypes = fc.constantFrom('', 'application/json', 'application/xml', 'multipart/form-data; boundary=boundary', 'multipart/form-data; boundary="', 'text/plain')

const makers = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)

describe('any JSON value in any place of a message ends in an understanding or a refusal', () => {
  const anything = fc.jsonValue({ maxDepth: 4 })
  test('in an OpenALPR group', () => {
    fc.assert(fc.property(fc.record({ data_type: fc.constantFrom('alpr_group', 'alpr_results', 'alpr_alert'), best_plate_number: anything, uuids: anything, epoch_start: anything, candidates: anything, best_plate: anything, results: fc.array(anything), group: anything, country: anything }), (message) => {
      endsWell(Buffer.from(JSON.stringify(message)))
    }), { numRuns: runs })
  })
  test('in a Plate Recognizer result', () => {
    const result = fc.record({ plate: anything, region: anything, score: anything, candidates: anything, direction: anything })
    fc.assert(fc.property(fc.record({ hook: anything, data: fc.record({ results: fc.array(fc.oneof(result, anything)), timestamp: anything, camera_id: anything }) }), (message) => {
      endsWell(Buffer.from(JSON.stringify(message)))
    }), { numRuns: runs })
  })
  test('and in every member of every other message', () => {
    const samples = makers.flatMap((maker) => readdirSync(new URL(`${maker}/`, fixtures)).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(new URL(`${maker}/${name}`, fixtures), 'utf8')) as Record<string, unknown>))
    fc.assert(fc.property(fc.constantFrom(...samples), fc.nat(), anything, (sample, at, value) => {
      const text = JSON.stringify(sample)
      const places = [...text.matchAll(/:("[^"]*"|[\d.]+|true|false|null|\[|\{)/g)]
      const place = places[at % places.length]
      const found = place?.[1] ?? ''
      const json = JSON.stringify(value)
      endsWell(Buffer.from(/[[{]/.test(found) ? JSON.stringify({ ...sample, [Object.keys(sample)[at % Object.keys(sample).length] ?? '']: value }) : `${text.slice(0, (place?.index ?? 0) + 1)}${json}${text.slice((place?.index ?? 0) + 1 + found.length)}`))
    }), { numRuns: 1500 })
  })
  test('and so do bytes of no meaning at all', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), contentTypes, endsWell), { numRuns: runs })
  })
})
