import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitBeforeMs } from './wait-before.ts'

test('a line is tried again after one second, two, four, and never less than once a minute', () => {
  assert.deepEqual([1, 2, 3, 4, 20, 1000].map((tries) => waitBeforeMs(tries, 'unreachable', 0.5)), [1000, 2000, 4000, 8000, 60_000, 60_000])
})

test('cameras that were cut together do not come back in one instant', () => {
  assert.deepEqual([0, 1].map((chance) => waitBeforeMs(1, 'stalled', chance)), [900, 1100])
})

test('a refused password is tried six times an hour, so that the account is not locked', () => {
  assert.equal(waitBeforeMs(1, 'credentials-refused', 0.5), 600_000)
})
