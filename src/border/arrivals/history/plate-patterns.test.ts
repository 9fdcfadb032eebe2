import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isWhole, knownCharacters, likePatterns } from './plate-patterns.ts'

describe('a pattern of a plate', () => {
  test('says how much of the plate is known', () => {
    assert.deepEqual(['B84KLG', 'B#4*', '*', '###'].map(knownCharacters), [6, 2, 0, 0])
    assert.deepEqual(['B84KLG', 'B#4', 'B*'].map(isWhole), [true, false, false])
  })
  test('is looked for as it stands unless a mistake is allowed', () => {
    assert.deepEqual(likePatterns('B#4*', 'exact'), ['B_4%'])
    assert.deepEqual(likePatterns('B#4*', 'confused'), ['B_4%'])
  })
  test('with one mistake allows each character to be another, to be missing, or to have one too many beside it', () => {
    assert.deepEqual(new Set(likePatterns('AB1', 'one-off')), new Set(['AB1', '_B1', 'A_1', 'AB_', 'B1', 'A1', 'AB', '_AB1', 'A_B1', 'AB_1', 'AB1_']))
  })
  test('makes no mistake of a part that is unknown anyway', () => {
    assert.ok(!likePatterns('AB*', 'one-off').includes('AB_'))
  })
})
