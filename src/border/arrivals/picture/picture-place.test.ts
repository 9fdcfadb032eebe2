import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant, instantOfEpochMs, epochMsOf } from '#values'
import { answerExpectedMs } from './limits.ts'
import { picturePlace } from './picture-place.ts'

const askedAt = instant('2026-03-10T02:00:00Z')
const later = (ms: number) => instantOfEpochMs(epochMsOf(askedAt) + ms)

describe('a picture', () => {
  test('of this site is here until it is gone', () => {
    assert.equal(picturePlace({ own: 'kept', askedAt: null, answered: 'no' }, askedAt), 'here')
    assert.equal(picturePlace({ own: 'gone', askedAt: null, answered: 'no' }, askedAt), 'gone')
  })
  test('of another port is there for the asking, then on its way, then late', () => {
    assert.equal(picturePlace({ own: 'elsewhere', askedAt: null, answered: 'no' }, askedAt), 'there')
    assert.equal(picturePlace({ own: 'elsewhere', askedAt, answered: 'no' }, later(answerExpectedMs)), 'asked')
    assert.equal(picturePlace({ own: 'elsewhere', askedAt, answered: 'no' }, later(answerExpectedMs + 1)), 'late')
  })
  test('that was answered is here, or gone there too', () => {
    assert.equal(picturePlace({ own: 'elsewhere', askedAt, answered: 'with-picture' }, askedAt), 'here')
    assert.equal(picturePlace({ own: 'elsewhere', askedAt, answered: 'without' }, askedAt), 'gone')
  })
})
