import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { proveAgain, readBadRanges, readLaneProofs, type BadRange, type LaneProof } from '#platform/replication'
import type { Site } from '#values'
import { replicatedTables } from '../../src/app/replicated-tables.ts'
import { asCopy, searches } from './rows.ts'
import { startLinked, type LinkedSites } from './linked-sites.ts'
import { triangle, triangleOf, type SiteUnderTest } from './sites.ts'
import { until } from '#test/until'

const lane = replicatedTables.find(({ table }) => table === 'examinations.search')?.stream ?? 'alerts'
const slot = `juxta_dunkerque_to_centre_${lane}`

describe('what has come over a link', { timeout: 200_000 }, () => {
  let sites: LinkedSites
  let centre: SiteUnderTest
  let calais: SiteUnderTest
  let dunkerque: SiteUnderTest

  before(async () => {
    sites = await startLinked(triangle)
    ;({ centre, calais, dunkerque } = triangleOf(sites))
  })
  after(() => sites.stop())

  test('is proven row by row at the centre, and through it at the other port', async () => {
    for (const registration of ['B11ONE', 'B22TWO', 'B33THR']) await searches(registration, calais)
    await until('the centre has proven all of it', () => isProven(centre, 'calais'))
    await until('so has Dunkerque', () => isProven(dunkerque, 'calais'))
    assert.ok(await proven(centre.db, 'examinations.search', 'calais') > 0)
    assert.ok(await proven(dunkerque.db, 'examinations.search', 'calais') > 0)
    assert.equal(await proven(dunkerque.db, 'history.entry', 'calais'), 0, 'history does not go to ports')
    assert.deepEqual(await readBadRanges(centre.db, 10), [])
  })

  test('is proven again after each change', async () => {
    const before = await provenTo(centre, 'calais')
    await sql`update examinations.search set lane = '7' where tractor_plate = 'B11ONE'`.execute(calais.db)
    await until('a later page is proven', async () => (await provenTo(centre, 'calais')) > before && (await isProven(centre, 'calais')))
  })

  test('is found altered at Dunkerque where a row says something else than at Calais', async () => {
    await asCopy(dunkerque, "update examinations.search set lane = '9' where tractor_plate = 'B33THR'")
    const bad = await findsBad(dunkerque)
    assert.deepEqual([bad?.site, bad?.table, bad?.verdict, bad?.rowsHere], ['calais', 'examinations.search', 'altered', bad?.rowsThere])
  })

  test('is found missing where a row was removed on the way', async () => {
    await asCopy(centre, "delete from examinations.search where tractor_plate = 'B22TWO'")
    const bad = await findsBad(centre)
    assert.deepEqual([bad?.site, bad?.lane, bad?.table, bad?.verdict], ['calais', lane, 'examinations.search', 'missing'])
    assert.equal((bad?.rowsThere ?? 0) - (bad?.rowsHere ?? 0), 1)
    // The centre passes on what it holds, so the port beyond it lacks the row too, and says so by itself.
    await proveAgain(dunkerque.db)
    await until('Dunkerque sees it too', async () => (await readBadRanges(dunkerque.db, 9)).some(({ verdict }) => verdict === 'missing'))
  })

  test('is found doubled where there is a row too many', async () => {
    await asCopy(dunkerque, "insert into arrivals.camera_day (site, camera_id, day, reads, ignored, duplicates, quarantined, last_seen_at) values ('calais', 'calais-9', '2026-03-01', 1, 0, 0, 0, now())")
    await sql`insert into arrivals.camera_day (site, camera_id, day, reads, ignored, duplicates, quarantined, last_seen_at) values ('calais', 'calais-8', '2026-03-01', 1, 0, 0, 0, now())`.execute(calais.db)
    await asCopy(centre, "insert into arrivals.camera_day (site, camera_id, day, reads, ignored, duplicates, quarantined, last_seen_at) values ('calais', 'calais-9', '2026-03-01', 1, 0, 0, 0, now())")
    await until('the centre says so', async () => (await readBadRanges(centre.db, 10)).some(({ table, verdict }) => table === 'arrivals.camera_day' && verdict === 'doubled'))
  })

  test('has a gap in its numbers where a page did not come', async () => {
    const { writtenTo } = await laneProof(centre, 'dunkerque')
    await sites.control.cut('dunkerque')
    await until('the place in the log is free', async () => !(await isHeld(dunkerque.db, slot)))
    await searches('B44GAP', dunkerque)
    await until('Dunkerque has written a page', async () => (await pages(dunkerque.db, 'dunkerque')) > writtenTo)
    // What a slot does that was given up and made again: the stream goes on, and says nothing.
    await sql`select pg_drop_replication_slot(${slot})`.execute(dunkerque.db)
    await sql`select pg_create_logical_replication_slot(${slot}, 'pgoutput')`.execute(dunkerque.db)
    await sites.control.heal('dunkerque')
    await until('the centre names the numbers', async () => (await laneProof(centre, 'dunkerque')).gapFrom === writtenTo + 1)
  })
})

async function findsBad(site: SiteUnderTest): Promise<BadRange | undefined> {
  await proveAgain(site.db)
  await until(`${site.site} sees it`, async () => (await readBadRanges(site.db, 1)).length > 0)
  return (await readBadRanges(site.db, 1))[0]
}

async function laneProof({ db, site }: SiteUnderTest, origin: Site): Promise<Pick<LaneProof, 'provenTo' | 'writtenTo' | 'gapFrom'>> {
  const found = (await readLaneProofs(db, site)).find((each) => each.site === origin && each.lane === lane)
  return found ?? { provenTo: 0, writtenTo: 0, gapFrom: null }
}

async function provenTo(site: SiteUnderTest, origin: Site): Promise<number> {
  return (await laneProof(site, origin)).provenTo
}

async function isProven(site: SiteUnderTest, origin: Site): Promise<boolean> {
  const { provenTo, writtenTo } = await laneProof(site, origin)
  return writtenTo > 0 && provenTo === writtenTo
}

async function proven(db: Database, table: string, site: Site): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*) as number from platform.proof_found where of_table = ${table} and site = ${site} and verdict = 'proven'`.execute(db)
  return rows[0]?.number ?? 0
}

async function pages(db: Database, site: Site): Promise<number> {
  const { rows } = await sql<{ number: number }>`select coalesce(max(number), 0) as number from platform.proof_page where site = ${site} and lane = ${lane}`.execute(db)
  return rows[0]?.number ?? 0
}

async function isHeld(db: Database, slot: string): Promise<boolean> {
  const { rows } = await sql`select from pg_replication_slots where slot_name = ${slot} and active`.execute(db)
  return rows.length > 0
}
