import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { settableClock } from '#platform/clock'
import { instant } from '#values'
import { waiting } from './waiting.ts'

const hit = { id: 'h', raisedAt: instant('2026-03-10T02:00:00Z') }

function seenAt(time: string) {
  const clock = settableClock(instant(time))
  const look = waiting(clock)
  return { clock, look: () => look([hit]).get('h'), lookWithout: () => look([]) }
}

describe('how long a hit has waited', () => {
  test('goes on by the steady clock when the time of day is set back an hour', () => {
    const { clock, look } = seenAt('2026-03-10T02:00:10Z')
    assert.equal(look(), 10_000)
    clock.step(instant('2026-03-10T01:00:10Z'))
    clock.set(instant('2026-03-10T01:02:00Z'))
    assert.equal(look(), 120_000)
  })

  test('does not jump when the time of day is set ahead, also before it is first seen', () => {
    const { clock, look, lookWithout } = seenAt('2026-03-10T01:59:55Z')
    lookWithout()
    clock.set(instant('2026-03-10T02:00:05Z'))
    clock.step(instant('2026-03-10T09:00:00Z'))
    assert.equal(look(), 10_000)
    clock.step(instant('2026-03-10T10:00:00Z'))
    assert.equal(look(), 10_000)
  })

  test('begins at nothing for a hit that the clock says is still to come', () => {
    const { clock, look } = seenAt('2026-03-10T01:00:00Z')
    assert.equal(look(), 0)
    clock.set(instant('2026-03-10T01:02:00Z'))
    assert.equal(look(), 120_000)
  })

  test('is taken from the time of day after a restart, when nothing else is known', () => assert.equal(seenAt('2026-03-10T02:05:00Z').look(), 300_000))

  test('begins anew for one that was answered and is open again', () => {
    const { clock, look, lookWithout } = seenAt('2026-03-10T02:00:00Z')
    look()
    clock.set(instant('2026-03-10T02:01:00Z'))
    lookWithout()
    clock.set(instant('2026-03-10T02:01:10Z'))
    assert.equal(look(), 10_000)
  })
})
