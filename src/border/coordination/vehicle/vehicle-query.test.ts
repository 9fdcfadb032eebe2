import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paris, plate } from '#values'
import { addressOf, momentTyped, patternOf } from './vehicle-query.ts'

describe('what an officer types to find a vehicle', () => {
  test('is folded part by part, so that ? and * keep their meaning', () => {
    assert.equal(patternOf('b-84*k?g', plate), 'B84*K#G')
  })
  test('is a time at the port: a day alone begins at its midnight, and as a last day ends with it', () => {
    assert.equal(momentTyped('2026-03-10', 'first', paris), '2026-03-09T23:00:00.000Z')
    assert.equal(momentTyped('2026-03-10', 'last', paris), '2026-03-10T23:00:00.000Z')
  })
  test('is a minute, and the last minute counts', () => {
    assert.equal(momentTyped('2026-07-10T02:30', 'first', paris), '2026-07-10T00:30:00.000Z')
    assert.equal(momentTyped('2026-07-10T02:30', 'last', paris), '2026-07-10T00:31:00.000Z')
  })
  test('is nothing where it is no time', () => {
    for (const text of ['', '2026-13-01', 'yesterday', '2026-03-10T25:00']) assert.equal(momentTyped(text, 'first', paris), undefined)
  })
  test('stands in the address of the next page, without what was left open', () => {
    const query = { plate: 'AB*', closeness: 'exact', site: undefined, lane: '', from: '', to: '', reason: 'Find & stop', reference: 'C-1' } as const
    assert.equal(addressOf('/vehicles', query, 'x'), '/vehicles?plate=AB*&closeness=exact&reason=Find+%26+stop&reference=C-1&before=x')
  })
})
