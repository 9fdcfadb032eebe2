import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#values'
import { filtersOf, listAddress, type AskedList } from './case-filters.ts'

const usual: AskedList = { stage: 'active', mine: false, overdue: false, sort: 'last-day', down: false, page: 1 }

test('the usual list has the short address, and each filter stands in the long one', () => {
  assert.equal(listAddress(usual, {}), '/cases')
  assert.equal(listAddress({ ...usual, place: 'calais', mine: true }, { stage: 'proposed', overdue: true, sort: 'reference', down: true, page: 3 }), '/cases?stage=proposed&mine=yes&place=calais&overdue=yes&sort=reference&down=yes&page=3')
})

test('a last day is gone the day after it, so overdue means before today', () => {
  assert.equal(filtersOf({ ...usual, overdue: true }, day('2024-03-30')).overdueOn, '2024-03-30')
})
