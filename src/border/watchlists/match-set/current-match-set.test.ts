import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { listen, type Database, type Notice } from '#platform/database'
import { newId } from '#platform/identity'
import { aConnection, aDatabase } from '#test/database'
import { plate } from '#values'
import { listsVersion } from '../held/held-lists.store.ts'
import { currentMatchSet } from './current-match-set.feed.ts'
import type { ReadEvidence } from './evidence.ts'
import { recentPlatesMax } from '../plate-index/limits.ts'
import { awaitedEntriesMax, builtHereMax, entriesPerStep } from './limits.ts'
import { buildMatchSet, emptyMatchSet, list as listed, listInSteps, unlist } from './match-set.ts'
import { matchesOf } from './matches-of.ts'
import { renewBases } from './renew-bases.feed.ts'

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
  const hear = (notice: Notice | undefined): void => hearers.forEach((each) => each(notice))
  const changed = async (...plates: readonly string[]): Promise<void> => {
    const { rows } = await sql<{ id: string }>`select id from watchlists.entry where plate = any(${plates})`.execute(db)
    for (const { id } of rows) hear({ topic: 'watchlist', id })
  }
  const knows = async (asWritten: string): Promise<boolean> => matchesOf(await matchSet(), [read(asWritten)]).some(({ how }) => how === 'exact')
  return { db, matchSet, hear, changed, knows }
}

describe('after a change', () => {
  test('the next read is held against what was added, in the same set', async () => {
    const { db, matchSet, changed, knows } = await aPort()
    await list(db, 1, 3)
    const before = await matchSet()
    await list(db, 4, 1)
    await changed('X0000004')
    assert.equal(await knows('X0000004'), true)
    assert.equal(await matchSet(), before)
  })

  test('each next one is, also after reads that found nothing changed', async () => {
    const { db, matchSet, changed, knows } = await aPort()
    for (const number of [1, 2, 3]) {
      await list(db, number, 1)
      await changed(`X000000${number}`)
      assert.equal(await knows(`X000000${number}`), true)
      assert.equal((await matchSet()).size, number)
    }
  })

  test('what was withdrawn, or is meant for other ports now, matches no more', async () => {
    const { db, changed, knows } = await aPort()
    await list(db, 1, 3)
    assert.equal(await knows('X0000001'), true)
    await sql`update watchlists.entry set status = 'withdrawn' where plate = 'X0000001'`.execute(db)
    await sql`update watchlists.entry set ports = '{dunkerque}' where plate = 'X0000002'`.execute(db)
    await changed('X0000001', 'X0000002')
    assert.deepEqual([await knows('X0000001'), await knows('X0000002'), await knows('X0000003')], [false, false, true])
  })

  test('of a list’s name, every entry of it says the new one', async () => {
    const { db, matchSet, hear } = await aPort()
    await list(db, 1, 3)
    await matchSet()
    await sql`update watchlists.list set name_en = 'Longer'`.execute(db)
    hear({ topic: 'watchlist', id: listId })
    const named = matchesOf(await matchSet(), [read('X0000002')]).filter(({ how }) => how === 'exact').map(({ listed }) => listed.list.nameEn)
    assert.deepEqual(named, ['Longer'])
  })
})

describe('an entry that is copied before its list', () => {
  test('is matched at once, and named when the list has come', async () => {
    const { db, matchSet, hear, knows } = await aPort()
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = 'replica'`.execute(tx)
      await list(tx, 1, 2)
      await sql`delete from watchlists.list`.execute(tx)
    })
    assert.equal(await knows('X0000001'), true)
    await sql`insert into watchlists.list values (${listId}, 'centre', 'Long', 'Longue', 'owner', 'Test', 'Test', 'Test')`.execute(db)
    hear({ topic: 'watchlist', id: listId })
    assert.deepEqual(matchesOf(await matchSet(), [read('X0000002')]).filter(({ how }) => how === 'exact').map(({ listed }) => listed.list.nameEn), ['Long'])
  })
})

describe('the version of the lists', () => {
  test('is that of the whole list at first, and after a change the one that was told behind it', async () => {
    const { db, matchSet, hear, changed } = await aPort()
    await list(db, 1, 3)
    const { version } = await matchSet()
    assert.ok(version !== null && version > 0)
    await list(db, 4, 1)
    assert.equal((await matchSet()).version, version)
    await changed('X0000004')
    assert.equal((await matchSet()).version, version)
    hear({ topic: 'watchlist-version', id: 'centre', number: version + 1 })
    assert.equal((await matchSet()).version, version + 1)
  })

  test('is told in the notice, so that nobody has to ask which it was', async () => {
    const { db, url } = await aConnection()
    const heard: Notice[] = []
    const listening = await listen(url, (notice) => heard.push(notice), () => {})
    await list(db, 1, 2)
    while (!heard.some(({ topic }) => topic === 'watchlist-version')) await new Promise(setImmediate)
    await listening.close()
    assert.deepEqual(heard.at(-1), { topic: 'watchlist-version', id: 'centre', number: await listsVersion(db) })
  })
})

describe('when changes were missed', () => {
  test('reads wait while a short list is read again', async () => {
    const { db, matchSet, hear, knows } = await aPort()
    await list(db, 1, 3)
    await matchSet()
    await list(db, 4, 1)
    hear(undefined)
    assert.equal(await knows('X0000004'), true)
  })

  test('reads go on with a long list’s old set until the new one is whole', async () => {
    const { db, matchSet, hear, knows } = await aPort()
    await list(db, 1, awaitedEntriesMax + 1)
    const before = await matchSet()
    await list(db, awaitedEntriesMax + 2, 1)
    hear(undefined)
    assert.equal(await matchSet(), before)
    while ((await matchSet()) === before) await new Promise(setImmediate)
    assert.equal(await knows(`X${String(awaitedEntriesMax + 2).padStart(7, '0')}`), true)
  })

  test('what changes while the list is read is in the set all the same', async () => {
    const { db, matchSet, changed, knows } = await aPort()
    await list(db, 1, 3)
    const reading = matchSet()
    await list(db, 4, 1)
    await changed('X0000004')
    await reading
    assert.equal(await knows('X0000004'), true)
  })
})

test('a long list is taken in step by step, so that others have their turn in between', () => {
  const all = Array.from({ length: 3 * entriesPerStep + 1 }, (_, place) => ({ entryId: String(place), plate: plate(`X${String(place).padStart(7, '0')}`), country: null }))
  const steps = listInSteps(emptyMatchSet(), all)
  for (let step = 0; step < 3; step += 1) assert.equal(steps.next().done, false)
  assert.equal(steps.next().done, true)
})

test('a list that outgrows its base gets another, built apart, and finds everything before, while and after it is built', async () => {
  const numbered = (from: number, count: number) => Array.from({ length: count }, (_, place) => ({ entryId: String(from + place), plate: plate(`X${String(from + place).padStart(7, '0')}`), country: null }))
  const set = buildMatchSet(numbered(0, builtHereMax))
  const { near } = set.indexes
  const before = near.base
  for (const each of numbered(builtHereMax, recentPlatesMax + 1)) listed(set, each)
  const exact = (place: number): boolean => matchesOf(set, [read(`X${String(place).padStart(7, '0')}`)]).some(({ listed: { entryId } }) => entryId === String(place))
  const everywhere = (): readonly boolean[] => [0, builtHereMax - 1, builtHereMax, builtHereMax + recentPlatesMax].map(exact)
  renewBases(set)
  assert.deepEqual([near.base === before, ...everywhere()], [true, true, true, true, true])
  unlist(set, '7')
  listed(set, { entryId: 'late', plate: plate('AB12CDE'), country: null })
  while (near.base === before) await new Promise(setImmediate)
  assert.deepEqual(everywhere(), [true, true, true, true])
  assert.deepEqual([exact(7), matchesOf(set, [read('AB12CDE')]).length, near.recentPlaces.length], [false, 1, 1])
})
