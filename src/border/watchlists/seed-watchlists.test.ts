import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settableClock } from '#platform/clock'
import { foldHistory, idsWithHistory } from '#platform/events'
import { aDatabase } from '#test/database'
import { instant } from '#values'
import { countEntries, entriesForPort, watchlistEntry } from './entry/entry.store.ts'
import { demoLists } from './demo-entries.ts'
import { seedWatchlists } from './seed-watchlists.feed.ts'

const db = await aDatabase()
const clock = settableClock(instant('2026-03-10T08:00:00Z'))
const lorry = { plate: 'B84KLG', country: 'RO' }

test('a demonstration started twice lists each vehicle once, and each row folds from its history', async () => {
  await seedWatchlists(db, clock, lorry)
  clock.set(instant('2026-03-12T08:00:00Z'))
  await seedWatchlists(db, clock, lorry)
  const wanted = 1 + demoLists.reduce((sum, { entries }) => sum + entries.length, 0)
  const listed = await entriesForPort(db, 'dunkerque')
  assert.equal(listed.length, wanted)
  assert.ok(listed.some(({ plate }) => plate === 'B84KLG'))
  assert.deepEqual((await countEntries(db, clock.today())).map(({ active }) => active).sort(), [10, 11, 9].sort())
  for (const id of await idsWithHistory(db, 'watchlist-entry')) assert.deepEqual(await foldHistory(db, watchlistEntry, id), listed.find((entry) => entry.id === id))
})
