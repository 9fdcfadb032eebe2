import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findPlaces, insertKeys, keyTable, type Found, type KeyTable } from './key-table.ts'

function placesOf(table: KeyTable, ...keys: readonly number[]): readonly number[] {
  const found: Found = { places: new Int32Array(2), count: 0 }
  findPlaces(found, table, Int32Array.from(keys), keys.length)
  return [...found.places.subarray(0, found.count)].sort((one, other) => one - other)
}

describe('a table of keys', () => {
  test('tells each place once, however many keys lead there', () => {
    const table = keyTable(20, 20)
    insertKeys(table, Int32Array.of(1, 2, -7), 3, 5)
    insertKeys(table, Int32Array.of(2), 1, 6)
    assert.deepEqual(placesOf(table, 1, 2, -7), [5, 6])
  })
  test('lets a bucket that is full run over into the next, and the last into the first', () => {
    const table = keyTable(60, 60)
    const numbered = Array.from({ length: 40 }, (_, at) => at + 1)
    // All bits set: the last bucket.
    for (const place of numbered) insertKeys(table, Int32Array.of(-1), 1, place)
    assert.deepEqual(placesOf(table, -1), numbered)
  })
  test('without any key is asked for nothing', () => assert.deepEqual(placesOf(keyTable(0, 0), 0, 1, -1), []))
  test('begins its buckets where a cache line does, when memory begins sixteen bytes into one', () => {
    const { slots } = keyTable(1_000, 1_000)
    assert.equal((slots.byteLength - 48) % 64, 0)
  })
})
