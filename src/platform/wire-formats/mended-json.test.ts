import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mendedJson } from './mended-json.ts'

test('JSON that was cut keeps its whole members and nothing of the member that was cut', () => {
  const text = '{ "Object" : { "Text" : "AB12CDE", "Box" : [ 1, 22 ] }, "UTC" : 1775733664, "Name" : "a, \\"b\\" }" }'
  const mended = (end: number): unknown => JSON.parse(mendedJson(text.slice(0, end)) ?? 'null')
  assert.deepEqual(mended(text.indexOf('E"')), null)
  assert.deepEqual(mended(text.indexOf('"Box"')), { Object: { Text: 'AB12CDE' } })
  assert.deepEqual(mended(text.indexOf('22') + 1), { Object: { Text: 'AB12CDE', Box: [1] } })
  assert.deepEqual(mended(text.indexOf('1775733664') + 4), { Object: { Text: 'AB12CDE', Box: [1, 22] } })
  assert.deepEqual(mended(text.length - 5), { Object: { Text: 'AB12CDE', Box: [1, 22] }, UTC: 1775733664 })
})

test('JSON cut anywhere is mended to JSON or given up', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
    const text = JSON.stringify(value, null, 1)
    const mended = mendedJson(text.slice(0, Math.floor(text.length * share)))
    if (mended !== undefined) JSON.parse(mended)
  }), { numRuns: 1000 })
})
