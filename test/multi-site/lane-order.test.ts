import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { newId } from '#platform/identity'
import type { Stream } from '#platform/replication'
import { startLinked, type LinkedSites } from './linked-sites.ts'
import type { SiteUnderTest } from './sites.ts'
import { until } from '#test/until'

/** The least of what is asked first is the most: were the line shared evenly, pictures would be there first and alerts last. */
const kilobytes: Readonly<Record<Stream, number>> = { alerts: 70, rest: 50, images: 30 }

/** Some four seconds for all of it: long beside what a busy machine may be late, short beside the ten after which a silent line is given up. */
const bytesPerSecond = 40_000

describe('a link that is much too narrow for what waits', { timeout: 120_000 }, () => {
  let sites: LinkedSites
  const centre = (): SiteUnderTest => sites.at('centre')
  const calais = (): SiteUnderTest => sites.at('calais')

  before(async () => {
    sites = await startLinked(['centre', 'calais'])
    await until('all three lanes are open and every table is copied', async () => (await countOf(centre(), "select count(*) as number from pg_subscription_rel where srsubstate <> 'r'")) === 0 && (await countOf(centre(), "select count(*) as number from platform.heartbeat where site = 'calais'")) === 3)
  })
  after(() => sites.stop())

  test('carries alerts before reads, and reads before pictures', async () => {
    await sites.control.freeze('calais')
    await until('nothing passes', async () => (await countOf(centre(), "select count(*) as number from platform.heartbeat where site = 'calais' and arrived_at > clock_timestamp() - interval '1.5 s'")) === 0)
    for (const lane of ['images', 'rest', 'alerts'] as const) await writes[lane](kilobytes[lane], calais())
    await sites.control.slow('calais', { latencyMs: 0, bytesPerSecond })
    assert.deepEqual(await orderOfArrival(centre()), ['alerts', 'rest', 'images'])
  })
})

/** One transaction in the lane, of about so much text that says nothing. */
const writes: Readonly<Record<Stream, (kilobytes: number, site: SiteUnderTest) => Promise<unknown>>> = {
  alerts: (much, { db }) => sql`
    insert into examinations.search (id, site, stage, tractor_plate, layer, lane, officers, opened_at, opened_by, steps)
    select gen_random_uuid(), 'calais', 'open', 'ORDER', 'freight-search', '1', '[]', now(), (select string_agg(md5(random()::text || more), '') from generate_series(1, 31) more where one > 0), '[]' from generate_series(1, ${much}::int) one`.execute(db),
  rest: (much, { db }) => sql`
    insert into arrivals.camera_day (site, camera_id, day, reads, ignored, duplicates, quarantined, last_seen_at)
    select 'calais', 'ORDER ' || (select string_agg(md5(random()::text || more), '') from generate_series(1, 31) more where one > 0), '2026-03-01', 1, 0, 0, 0, now() from generate_series(1, ${much}::int) one`.execute(db),
  // Bytes travel as text, two characters each.
  images: (much, { db }) => sql`
    insert into arrivals.picture_copy (id, site, sha256, bytes, answered_at)
    select ${newId()}, 'calais', 'ORDER', decode(string_agg(md5(random()::text || one), ''), 'hex'), now() from generate_series(1, ${much * 32}::int) one`.execute(db),
}

const arrived: Readonly<Record<Stream, string>> = {
  alerts: "exists (select from examinations.search where tractor_plate = 'ORDER')",
  rest: "exists (select from arrivals.camera_day where camera_id like 'ORDER %')",
  images: "exists (select from arrivals.picture_copy where sha256 = 'ORDER')",
}

async function orderOfArrival({ db }: SiteUnderTest): Promise<readonly Stream[]> {
  const order: Stream[] = []
  await until('all of it has come', async () => {
    const { rows: [seen] } = await sql<Record<Stream, boolean>>`select ${sql.raw(Object.entries(arrived).map(([lane, there]) => `${there} as ${lane}`).join(', '))}`.execute(db)
    for (const lane of Object.keys(arrived) as Stream[]) if (seen?.[lane] === true && !order.includes(lane)) order.push(lane)
    await pause(20)
    return order.length === 3
  })
  return order
}

async function countOf({ db }: SiteUnderTest, query: string): Promise<number> {
  const { rows: [row] } = await sql<{ number: number }>`${sql.raw(query)}`.execute(db)
  return row?.number ?? 0
}
