import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Database, Notice } from '#platform/database'
import { newId } from '#platform/identity'
import { aDatabase } from '#test/database'
import { plate } from '#values'
import { currentMatchSet } from './current-match-set.feed.ts'
import type { ReadEvidence } from './evidence.ts'
import { awaitedEntriesMax, entriesPerStep } from './limits.ts'
import { buildInSteps, matchesOf } from './match-set.ts'

const listId = newId()

/** As many invented plates as asked for, each a number in eight characters that no camera confuses with its neighbour's. */
async function list(db: Database, from: number, count: number): Promise<void> {
  await sql`insert into watchlists.list values (${listId}, 'centre', 'Long', 'Longue', 'owner', 'Test', 'Test', 'Test') on conflict do nothing`.execute(db)
  await sql`
    insert into watchlists.entry (id, site, list_id, plate, reason_en, reason_fr, handling, markers, ports, starts_on, last_day_on, review_on, status, added_by)
    select gen_random_uuid(), 'centre', ${listId}, 'X' || lpad(each::text, 7, '0'), 'Test', 'Test', 'check', '{}', '{calais}', '2026-01-01', '2026-12-31', '2026-12-31', 'active', 'owner'
    from generate_series(${from}::int, ${from + count - 1}::int) as each`.execute(db)
}

const read = (asWritten: string): ReadEvidence => ({ plate: plate(asWritten), country: null, confidence: null, characterConfidence: null, candidates: [] })

async function aPort() {
  const db = await aDatabase()
  const hearers: ((notice: Notice | undefined) => void)[] = []
  const subscribe = async (hear: (notice: Notice | undefined) => void): Promise<() => void> => {
    hearers.push(hear)
    return () => {}
  }
  const matchSet = currentMatchSet(db, 'calais', { subscribe })
  const changed = (): void => hearers.forEach((hear) => hear({ topic: 'watchlist', id: listId }))
  const knows = async (asWritten: string): Promise<boolean> => matchesOf(await matchSet(), [read(asWritten)]).some(({ how }) => how === 'exact')
  return { db, matchSet, changed, knows }
}

describe('after a change', () => {
  test('the next reads wait for a short list’s new set', async () => {
    const { db, matchSet, changed, knows } = await aPort()
    await list(db, 1, 3)
    assert.equal((await matchSet()).size, 3)
    await list(db, 4, 1)
    changed()
    assert.equal(await knows('X0000004'), true)
  })

  test('reads go on with a long list’s old set until the new one is whole', async () => {
    const { db, matchSet, changed, knows } = await aPort()
    await list(db, 1, awaitedEntriesMax + 1)
    const before = await matchSet()
    await list(db, awaitedEntriesMax + 2, 1)
    changed()
    assert.equal(await matchSet(), before)
    while ((await matchSet()) === before) await new Promise(setImmediate)
    assert.equal(await knows(`X${String(awaitedEntriesMax + 2).padStart(7, '0')}`), true)
  })

  test('a change that comes while a set is built is in the next', async () => {
    const { db, matchSet, changed } = await aPort()
    await list(db, 1, 3)
    const building = matchSet()
    await list(db, 4, 1)
    changed()
    assert.equal((await matchSet()).size, 4)
    await building
  })
})

test('a long list is taken in step by step, so that others have their turn in between', () => {
  const all = Array.from({ length: 3 * entriesPerStep + 1 }, (_, place) => ({ entryId: String(place), plate: plate(`X${String(place).padStart(7, '0')}`), country: null }))
  const building = buildInSteps(all)
  for (let step = 0; step < 3; step += 1) assert.equal(building.next().done, false)
  assert.equal(building.next().done, true)
})
