import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { countEvent } from './count-event.ts'
import { measures } from './measure.ts'

describe('the year counts', () => {
  test('a detection once as an event and by its people', () => {
    const event = { type: 'detection-recorded', entrants: 8 }
    assert.deepEqual(countEvent(event), [{ measure: 'detections', number: 1 }, { measure: 'people-found', number: 8 }])
  })

  test('a notice by its amount on the day of issue', () => {
    const event = { type: 'notice-issued', amountPence: 3_600_000 }
    assert.deepEqual(countEvent(event), [{ measure: 'notices', number: 1 }, { measure: 'issued', number: 3_600_000 }])
  })

  test('nothing for an act that is not in the figures', () => {
    assert.deepEqual(countEvent({ type: 'record-looked-at' }), [])
  })

  test('no event without the number it is counted by', () => {
    assert.throws(() => countEvent({ type: 'notice-issued' }), /no whole number in amountPence/)
  })

  test('each figure under one name only', () => {
    assert.equal(new Set(measures.map(({ id }) => id)).size, measures.length)
  })
})
