import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aConnection } from '#test/database'
import { growCasework, measureCasework } from '../casework.ts'
import { entriesOfACase } from './grow.ts'

const cases = 200

test('the measurement of casework runs small: every page answers, both lists agree, and no last day is kept wrongly', async () => {
  const { url } = await aConnection()
  await growCasework(url, cases)
  const { persons, entries, sweep, timings, assessments, letters } = await measureCasework(url, cases, () => {})
  assert.ok(persons >= 2.5 * cases && entries >= entriesOfACase * cases)
  assert.ok(sweep.cases >= 0.4 * cases)
  assert.ok(assessments.stepsEach > 20 && assessments.withNearestFactsPerSecond > 0)
  assert.ok(letters.letters > 0 && letters.languages === 11 && letters.kilobytesEach > 10)
  assert.ok(timings.length > 5 && timings.every(({ asked }) => asked > 0))
})
