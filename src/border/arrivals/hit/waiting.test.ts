import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { settableClock } from '#platform/clock'
import { instant } from '#values'
import { waiting } from './waiting.ts'

const hit = { id: 'h', raisedAt: instant('2026-03-10T02:00:00Z') }

function seenAt(time: string) {
  const clock = settableClock(instant(time))
  return { clock, wait: waiting(clock) }
}

describe('how long a hit has waited', () => {
  test('goes on by the steady clock when the time of day is set back an hour', () => {
    const { clock, wait } = seenAt('2026-03-10T02:00:10Z')
    assert.equal(wait.waitedMs(hit), 10_000)
    clock.step(instant('2026-03-10T01:00:10Z'))
    clock.set(instant('2026-03-10T01:02:00Z'))
    assert.equal(wait.waitedMs(hit), 120_000)
  })

  test('does not jump when the time of day is set ahead', () => {
    const { clock, wait } = seenAt('2026-03-10T02:00:10Z')
    wait.waitedMs(hit)
    clock.step(instant('2026-03-10T09:00:00Z'))
    assert.equal(wait.waitedMs(hit), 10_000)
  })

  test('begins at nothing for a hit that the clock says is still to come', () => {
    const { clock, wait } = seenAt('2026-03-10T01:00:00Z')
    assert.equal(wait.waitedMs(hit), 0)
    clock.set(instant('2026-03-10T01:02:00Z'))
    assert.equal(wait.waitedMs(hit), 120_000)
  })

  test('is taken from the time of day after a restart, when nothing else is known', () => {
    assert.equal(seenAt('2026-03-10T02:05:00Z').wait.waitedMs(hit), 300_000)
  })
})
