import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, dayInWords, shortDayInWords } from './day.ts'

test('the first of a month is “1er” in French, and only the first', () => {
  assert.equal(dayInWords(day('2024-03-01'), 'fr'), 'vendredi 1er mars 2024')
  assert.equal(shortDayInWords(day('2024-03-01'), 'fr-FR'), '1er mars 2024')
  assert.equal(dayInWords(day('2024-03-21'), 'fr'), 'jeudi 21 mars 2024')
  assert.equal(shortDayInWords(day('2024-03-11'), 'fr-FR'), '11 mars 2024')
})

test('a day is written in the order in which it is said', () => {
  assert.equal(dayInWords(day('2024-03-01')), 'Friday 1 March 2024')
  assert.equal(shortDayInWords(day('2024-03-01'), 'en-GB'), '1 Mar 2024')
})
