import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused } from '#platform/decisions'
import { day } from '#values'
import { moveCalendar } from './move-calendar.ts'

describe('the demonstration calendar', () => {
  const today = day('2026-11-22')
  const refused = (to: string): string | undefined => {
    const decision = moveCalendar(today, day(to))
    return isRefused(decision) ? decision.refused : undefined
  }

  test('moves to the last day to object', () => assert.equal(refused('2026-12-20'), undefined))
  test('does not go back', () => assert.equal(refused('2026-11-21'), 'calendar-cannot-go-back'))
  test('does not run past what the law says', () => assert.equal(refused('2037-01-01'), 'calendar-too-far'))
})
