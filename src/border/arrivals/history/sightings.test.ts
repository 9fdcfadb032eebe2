import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { newId, newIdAt } from '#platform/identity'
import { aDatabase } from '#test/database'
import { epochMsOf, hoursAfter, instant, plate, type Instant, type Port } from '#values'
import { saveCrossings } from '../crossing/crossing.store.ts'
import { sightingsLike, type Wanted } from './sightings.store.ts'

const db = await aDatabase()
const now = instant('2026-03-10T12:00:00Z')
const year = { closeness: 'exact', since: hoursAfter(-24 * 365, now), until: now } as const

async function passed(asRead: string, at: Instant, { site = 'calais', lane = '4' }: { site?: Port; lane?: string } = {}): Promise<void> {
  const filed = (): string => newIdAt(epochMsOf(at))
  const seen = { id: filed(), part: null, plate: plate(asRead), country: null, confidence: 0.9, characterConfidence: null, readId: newId(), imageSha256: null, seenAt: at }
  await saveCrossings(db, [{ id: filed(), site, lane, direction: null, firstSeenAt: at, lastSeenAt: at, plates: [seen] }])
}

await passed('B84KLG', hoursAfter(-1, now))
await passed('B84KLG', hoursAfter(-24 * 40, now), { site: 'dunkerque', lane: '2' })
await passed('884KLG', hoursAfter(-24 * 200, now))
await passed('B84KL6', hoursAfter(-24 * 3, now))
await passed('BB4KLG', hoursAfter(-24 * 4, now))
await passed('B84XKLG', hoursAfter(-24 * 5, now))
await passed('B84LG', hoursAfter(-24 * 6, now))
await passed('WXYZ99', hoursAfter(-24 * 7, now))

const found = async (change: Partial<Wanted>): Promise<readonly string[]> => (await sightingsLike(db, { ...year, pattern: 'B84KLG', ...change }, { most: 50 })).seen.map(({ plate: seen }) => seen)

describe('a vehicle is looked for', () => {
  test('by its whole plate, at every port, the newest first', async () => {
    assert.deepEqual(await found({}), ['B84KLG', 'B84KLG'])
  })
  test('by a plate whose characters cameras mix up', async () => {
    assert.deepEqual(await found({ closeness: 'confused' }), ['B84KLG', 'B84KL6', 'BB4KLG', 'B84KLG', '884KLG'])
  })
  test('by a plate with one character wrong, too many or missing besides', async () => {
    assert.deepEqual(await found({ closeness: 'one-off' }), ['B84KLG', 'B84KL6', 'BB4KLG', 'B84XKLG', 'B84LG', 'B84KLG', '884KLG'])
  })
  test('by any part of it, letter by letter', async () => {
    assert.deepEqual(await found({ pattern: 'B84*' }), ['B84KLG', 'B84KL6', 'B84XKLG', 'B84LG', 'B84KLG'])
    assert.deepEqual(await found({ pattern: '*KLG' }), ['B84KLG', 'BB4KLG', 'B84XKLG', 'B84KLG', '884KLG'])
    assert.deepEqual(await found({ pattern: '#84KLG' }), ['B84KLG', 'B84KLG', '884KLG'])
  })
  test('at one port, in one lane, between two moments', async () => {
    assert.deepEqual(await found({ pattern: 'B84*', site: 'dunkerque' }), ['B84KLG'])
    assert.deepEqual(await found({ site: 'dunkerque', lane: '4' }), [])
    assert.deepEqual(await found({ pattern: 'B84*', since: hoursAfter(-24 * 5, now), until: hoursAfter(-24 * 3, now) }), ['B84XKLG'])
  })
  test('page by page, without a gap or a repeat', async () => {
    const pages: string[] = []
    for (let before: string | undefined, more = true; more;) {
      const page = await sightingsLike(db, { ...year, pattern: '*4*', closeness: 'confused' }, { before, most: 2 })
      pages.push(page.seen.map(({ plate: seen }) => seen).join(' '))
      more = page.more
      before = page.seen.at(-1)?.id
    }
    assert.deepEqual(pages, ['B84KLG B84KL6', 'BB4KLG B84XKLG', 'B84LG B84KLG', '884KLG'])
  })
  test('by a whole plate with one plan for all plates and times on a connection, where each week would be looked at anew', async () => {
    await db.connection().execute(async (one) => {
      for (const pattern of ['B84KLG', 'WXYZ99', 'NEVER1']) await sightingsLike(one, { ...year, pattern }, { most: 50 })
      const { rows } = await sql<{ generic: number; custom: number }>`select generic_plans as generic, custom_plans as custom from pg_prepared_statements where statement like '%from arrivals.crossing_plate%'`.execute(one)
      assert.ok(rows.every(({ custom }) => custom === 0), JSON.stringify(rows))
      assert.ok(rows.some(({ generic }) => generic >= 3), JSON.stringify(rows))
    })
  })
})
