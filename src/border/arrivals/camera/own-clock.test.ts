import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { togetherAheadSeconds } from './own-clock.ts'

describe('cameras that are out of time', () => {
  test('together, by the same amount, tell of our clock', () => assert.equal(togetherAheadSeconds([600, 602, 595, 601]), 600 + 1))
  test('together, but for one in four, still do', () => assert.equal(togetherAheadSeconds([600, 602, 0, 601]), 601))
  test('each by its own amount, or half of them, tell of theirs', () => {
    assert.equal(togetherAheadSeconds([600, -300, 40, 3_600]), 0)
    assert.equal(togetherAheadSeconds([600, 601, 0, 1]), 0)
  })
  test('by whole hours, stand in another zone', () => assert.equal(togetherAheadSeconds([3_600, 3_601, 3_598]), 0))
  test('by less than a fault, are not out of time', () => assert.equal(togetherAheadSeconds([20, 21, 22]), 0))
  test('are too few to say when they are two', () => assert.equal(togetherAheadSeconds([600, 600]), 0))
})
