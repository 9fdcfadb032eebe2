import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { firstIdAt } from '#platform/identity'
import { epochMsOf, hoursAfter, instant, type Instant } from '#values'
import { filedUnderMs } from './filed-under.ts'
import { idOfTheDayBefore, readIdOf } from './read-id.feed.ts'

const receivedAt = instant('2026-03-10T09:00:00Z')
const read = (capturedAt: Instant) => ({ capturedAt, receivedAt })
const told = (toldAt: Instant | null, change: object = {}) => ({ site: 'calais', cameraId: 'calais-1', sameAsSha256: 'a', toldAt, receivedAt, ...change })

describe('a read is filed', () => {
  test('under its capture, also when the camera kept it for months', () => {
    for (const hours of [0, -1, -24 * 300]) assert.equal(filedUnderMs(read(hoursAfter(hours, receivedAt))), epochMsOf(hoursAfter(hours, receivedAt)))
  })
  test('under its arrival when the camera’s clock cannot be right', () => {
    for (const capturedAt of [instant('1970-01-01T00:00:10Z'), hoursAfter(-24 * 365, receivedAt), hoursAfter(2, receivedAt), instant('2099-01-01T00:00:00Z')]) {
      assert.equal(filedUnderMs(read(capturedAt)), epochMsOf(receivedAt))
    }
  })
  test('under one id however often and whenever it is delivered', () => {
    const capturedAt = hoursAfter(-1, receivedAt)
    assert.equal(readIdOf(told(capturedAt)), readIdOf(told(capturedAt, { receivedAt: hoursAfter(30, receivedAt) })))
  })
  test('under that id also when it came in the very millisecond that its camera tells', () => {
    assert.equal(readIdOf(told(receivedAt)), readIdOf(told(receivedAt, { receivedAt: hoursAfter(1, receivedAt) })))
    assert.equal(idOfTheDayBefore(told(receivedAt)), undefined)
  })
  test('under one id for the day, where the camera gives no time', () => {
    const later = instant('2026-03-10T23:59:59Z')
    assert.equal(readIdOf(told(null)), readIdOf(told(null, { receivedAt: later })))
  })
  test('under one id for the day, where the camera gives a time that is not believed', () => {
    const tomorrow = hoursAfter(24, receivedAt)
    assert.equal(readIdOf(told(tomorrow)), readIdOf(told(tomorrow, { receivedAt: hoursAfter(2, receivedAt) })))
  })
  test('under an id that a repeat after midnight can still name', () => {
    const midnight = instant('2026-03-11T00:00:01Z')
    assert.equal(idOfTheDayBefore(told(null, { receivedAt: midnight })), readIdOf(told(null)))
    assert.equal(idOfTheDayBefore(told(hoursAfter(-1, receivedAt))), undefined)
  })
  test('under another id for another camera, name or second', () => {
    const ids = [told(receivedAt), told(receivedAt, { cameraId: 'calais-2' }), told(receivedAt, { sameAsSha256: 'b' }), told(instant('2026-03-10T08:59:59Z'))].map((each) => readIdOf(each))
    assert.equal(new Set(ids).size, 4)
  })
  test('under an id that begins with its second', () => {
    const id = readIdOf(told(instant('2026-03-10T08:00:07.350Z')))
    assert.ok(id >= firstIdAt(epochMsOf(instant('2026-03-10T08:00:07Z'))) && id < firstIdAt(epochMsOf(instant('2026-03-10T08:00:07.001Z'))))
  })
})
