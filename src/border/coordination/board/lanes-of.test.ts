import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Crossing, Hit } from '#border/arrivals'
import { instant } from '#values'
import { lanesOf } from './lanes-of.ts'

const now = instant('2026-03-10T02:00:30Z')
const crossing = (id: string, lane: string | null): Crossing => ({ id, site: 'calais', lane, direction: null, firstSeenAt: instant('2026-03-10T02:00:00Z'), lastSeenAt: instant('2026-03-10T02:00:10Z'), plates: [] })
const hit = (crossingId: string, handling: Hit['handling'], status: Hit['status'] = 'raised') => ({ crossingId, handling, status }) as Hit

describe('the lanes of a board', () => {
  test('stand in the order people count in, with a place for those that are quiet', () => {
    const lanes = lanesOf({ crossings: [crossing('a', '10'), crossing('b', '2')], hits: [], watched: ['1', '2', '10'] }, now)
    assert.deepEqual(lanes.map(({ name, crossings }) => [name, crossings.length]), [['1', 0], ['2', 1], ['10', 1]])
  })
  test('never share an id, whatever cameras call them', () => {
    const lanes = lanesOf({ crossings: [], hits: [], watched: ['A 1', 'A-1', 'A_1', 'é'] }, now)
    assert.equal(new Set(lanes.map(({ id }) => id)).size, 4)
    for (const { id } of lanes) assert.match(id, /^[A-Za-z][\w-]*$/)
  })
  test('mark a vehicle by its most urgent hit that stands', () => {
    const hits = [hit('a', 'observe'), hit('a', 'stop'), hit('b', 'stop', 'dismissed'), hit('c', 'check', 'superseded'), hit('c', 'observe')]
    const lanes = lanesOf({ crossings: [crossing('a', '1'), crossing('b', '1'), crossing('c', null)], hits, watched: [] }, now)
    assert.deepEqual(lanes.flatMap(({ crossings }) => crossings.map(({ id, mark, seconds }) => [id, mark, seconds])), [['c', 'note', 20], ['a', 'stop', 20], ['b', undefined, 20]])
  })
})
