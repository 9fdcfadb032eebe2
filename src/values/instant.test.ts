import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { dayOf, instant, london, paris, setWallZone, timeOfDay, wallZone } from './instant.ts'

describe('a moment told by the clock on the wall', () => {
  const lateEvening = instant('2026-03-10T23:20:00Z')
  after(() => setWallZone(paris))

  test('is told in Paris time where nobody has said otherwise', () => {
    assert.deepEqual([timeOfDay(lateEvening), dayOf(lateEvening, wallZone())], ['00:20:00', '2026-03-11'])
  })

  test('is told in London time at a port on the other side, where it is still the day before', () => {
    setWallZone(london)
    assert.deepEqual([timeOfDay(lateEvening), dayOf(lateEvening, wallZone())], ['23:20:00', '2026-03-10'])
  })

  test('is told in another zone wherever one is named', () => {
    assert.equal(timeOfDay(lateEvening, paris), '00:20:00')
  })
})
