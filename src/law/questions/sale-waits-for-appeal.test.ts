import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#values'
import { saleWaitsForAppeal } from './sale-waits-for-appeal.ts'

const ahead = { isOpen: false, isObjectionHeld: false, lastDayToAppeal: day('2024-03-29') }
const waits = (on: string, change: Partial<typeof ahead> = {}): boolean => saleWaitsForAppeal(day(on), { ...ahead, ...change }).value

describe('the sale of what is detained', () => {
  test('waits on the last day to appeal, and no longer the day after', () => assert.deepEqual([waits('2024-03-29'), waits('2024-03-30')], [true, false]))
  test('waits for as long as an appeal is undecided', () => assert.equal(waits('2027-01-01', { isOpen: true }), true))
  test('waits while an objection is held, because its decision starts the time to appeal afresh', () => assert.equal(waits('2024-06-01', { isObjectionHeld: true }), true))
  test('says why, and under what', () => {
    const { steps, under } = saleWaitsForAppeal(day('2024-03-29'), ahead)
    assert.match(steps[0]?.text ?? '', /until Friday 29 March 2024/)
    assert.match(under[0]?.cite ?? '', /s\.37\(5A\)/)
  })
})
