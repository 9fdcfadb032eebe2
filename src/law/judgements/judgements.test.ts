import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#values'
import { everyProvision } from '../instruments/every-provision.ts'
import { checkOf, checks, type Check } from './checks.ts'
import { derivedPoints } from './derived-points.ts'
import { unsettledPoints } from './unsettled-points.ts'

describe('who last checked a provision', () => {
  const check = (on: string, by: string): Check => ({ cite: 'A rule', by, on: day(on), found: 'as written' })
  test('is whoever did so last', () => assert.equal(checkOf({ cite: 'A rule', url: '' }, [check('2026-03-01', 'second'), check('2026-01-01', 'first')])?.by, 'second'))
  test('is nobody where nobody did', () => assert.equal(checkOf({ cite: 'Another', url: '' }, [check('2026-03-01', 'somebody')]), undefined))
  test('is only ever said of a provision that is held', () => {
    const held = new Set(everyProvision.map(({ cite }) => cite))
    assert.deepEqual(checks.filter(({ cite }) => !held.has(cite)), [])
  })
})

test('each point has a name of its own, and says what would settle it in both languages', () => {
  const points = [...unsettledPoints, ...derivedPoints]
  assert.equal(new Set(points.map(({ id }) => id)).size, points.length)
  for (const { id, settledBy } of points) assert.ok(settledBy.en !== '' && settledBy.fr !== '', id)
})
