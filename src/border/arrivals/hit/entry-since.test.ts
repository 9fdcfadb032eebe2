import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, instant } from '#values'
import { entrySince } from './entry-since.ts'

const today = day('2026-03-10')
const open = { status: 'raised', raisedAt: instant('2026-03-10T14:00:00Z') } as const
const standing = { status: 'active', withdrawnAt: null, lastDayOn: today } as const
const withdrawn = (at: string | null) => ({ ...standing, status: 'withdrawn', withdrawnAt: at === null ? null : instant(at) }) as const

describe('an open hit', () => {
  test('says nothing of an entry that stands, also on its last day', () => assert.equal(entrySince(open, standing, today), undefined))
  test('says that its entry has ended, from the day after', () => assert.deepEqual(entrySince(open, standing, day('2026-03-11')), { kind: 'ended-since', on: today }))
  test('tells a withdrawal that the port had not heard of from one that came later', () => {
    assert.equal(entrySince(open, withdrawn('2026-03-10T14:00:00Z'), today)?.kind, 'withdrawn-before')
    assert.equal(entrySince(open, withdrawn('2026-03-10T14:00:01Z'), today)?.kind, 'withdrawn-since')
  })
  test('does not guess when the moment of the withdrawal was not kept', () => assert.equal(entrySince(open, withdrawn(null), today)?.kind, 'withdrawn-since'))
})

test('a hit that a person closed says nothing more of its entry', () => {
  assert.equal(entrySince({ ...open, status: 'dismissed' }, withdrawn('2026-03-10T13:00:00Z'), today), undefined)
})
