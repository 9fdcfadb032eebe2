import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settableClock } from '#platform/clock'
import { foldHistory, idsWithHistory, verifyChain } from '#platform/events'
import { aDatabase } from '#test/database'
import { instant } from '#values'
import { caseThing, readCase } from '../case/case.store.ts'
import { seedCases } from './seed-cases.store.ts'
import { stories } from './stories.ts'

const db = await aDatabase()
const clock = settableClock(instant('2026-06-01T09:00:00Z'))

test('each story goes as far as it says, by the acts that officers use', async () => {
  await seedCases(db, clock)
  const stages = await Promise.all(stories.map(async ({ id }) => (await readCase(db, id))?.stage))
  assert.deepEqual(stages, ['open', 'open', 'proposed', 'decided', 'decided', 'decided', 'decided', 'decided'])
})

test('told again, nothing is told twice, and history still folds to the rows', async () => {
  const { entries } = await verifyChain(db, 'centre')
  await seedCases(db, clock)
  const again = await verifyChain(db, 'centre')
  assert.deepEqual([again.entries, again.broken], [entries, undefined])
  for (const id of await idsWithHistory(db, 'case')) assert.deepEqual(await foldHistory(db, caseThing, id), await readCase(db, id))
})
