import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#values'
import { filtersOf, listAddress, usualList as usual } from './case-filters.ts'

test('the usual list has the short address, and each filter stands in the long one', () => {
  assert.equal(listAddress(usual, {}), '/cases')
  assert.equal(listAddress({ ...usual, place: 'calais', mine: true }, { stage: 'proposed', overdue: true, sort: 'reference', down: true, page: 3 }), '/cases?stage=proposed&mine=yes&place=calais&overdue=yes&sort=reference&down=yes&page=3')
})

test('a last day is gone the day after it, so overdue means before today', () => {
  assert.equal(filtersOf({ ...usual, overdue: true }, day('2024-03-30')).before, '2024-03-30')
})

test('within seven days takes the seventh day and leaves the eighth', () => {
  assert.equal(filtersOf({ ...usual, within: 7 }, day('2024-03-01')).before, '2024-03-09')
})
