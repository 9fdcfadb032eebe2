import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { dayOf, epochMsOf, instant, instantOfEpochMs, london, paris, setWallZone, timeOfDay, wallZone } from './instant.ts'

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

describe('a moment counted in milliseconds', () => {
  const moments = ['1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z', '2026-03-10T00:00:00.000Z', '2026-03-10T09:07:05.004Z', '2026-03-10T23:59:59.999Z', '2026-03-11T00:00:00.000Z', '2024-02-29T12:00:00.000Z', '+010000-01-01T00:00:00.000Z']

  test('is the same moment whichever other was asked about before it', () => {
    for (const before of moments) {
      for (const moment of moments) {
        const epochMs = Temporal.Instant.from(moment).epochMilliseconds
        epochMsOf(instant(before))
        assert.deepEqual([epochMsOf(instant(moment)), instantOfEpochMs(epochMs)], [epochMs, moment], `after ${before}`)
      }
    }
  })

  test('has no half milliseconds', () => {
    instantOfEpochMs(1_773_133_200_000)
    assert.throws(() => instantOfEpochMs(1_773_133_200_000.5), RangeError)
  })
})
