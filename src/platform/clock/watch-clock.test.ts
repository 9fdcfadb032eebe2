import assert from 'node:assert/strict'
import { describe, mock, test } from 'node:test'
import { instant } from '#values'
import { settableClock, watchClock } from './door.ts'

describe('a clock that is watched', () => {
  const told: number[] = []
  mock.timers.enable({ apis: ['setInterval'] })
  const clock = settableClock(instant('2026-03-10T09:00:00Z'))
  const watch = watchClock(clock, (bySeconds) => told.push(bySeconds))

  test('is not set while time only passes', () => {
    clock.set(instant('2026-03-10T09:05:00Z'))
    mock.timers.tick(1000)
    assert.deepEqual(told, [])
  })

  test('is set ahead, and back, and by how much is told once', () => {
    clock.step(instant('2026-03-10T10:05:00Z'))
    mock.timers.tick(2000)
    clock.step(instant('2026-03-10T10:04:00Z'))
    mock.timers.tick(2000)
    assert.deepEqual(told, [3600, -60])
    assert.equal(watch.setSeconds(), 3540)
    watch.close()
  })
})
