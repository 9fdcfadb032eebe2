import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, instant } from '#values'
import { asTyped, clockTime, minutesBetween, momentAtPort } from './local-time.ts'

describe('a time typed at a port', () => {
  test('is Paris time, winter and summer', () => {
    assert.equal(momentAtPort(day('2026-01-10'), '03:20'), '2026-01-10T02:20:00.000Z')
    assert.equal(momentAtPort(day('2026-07-10'), '03:20'), '2026-07-10T01:20:00.000Z')
  })
  test('in the hour that comes twice in October is the first of the two', () => {
    assert.equal(momentAtPort(day('2026-10-25'), '02:30'), '2026-10-25T00:30:00.000Z')
  })
  test('reads back as it was typed', () => {
    assert.deepEqual(asTyped(momentAtPort(day('2026-03-10'), '02:40')), { on: '2026-03-10', at: '02:40' })
  })
  test('has hours and minutes of a real clock', () => {
    for (const wrong of ['24:00', '9:30', '12:60', '']) assert.ok(!clockTime.test(wrong), wrong)
  })
})

test('elapsed minutes are whole and never below zero', () => {
  assert.equal(minutesBetween(instant('2026-03-10T02:00:00Z'), instant('2026-03-10T02:01:59Z')), 1)
  assert.equal(minutesBetween(instant('2026-03-10T02:00:00Z'), instant('2026-03-10T01:00:00Z')), 0)
})
