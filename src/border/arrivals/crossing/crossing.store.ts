import { sql, type RawBuilder } from 'kysely'
import { epochMsOf, type Instant, type Plate, type Site } from '#values'
import { prepared, type Database } from '#platform/database'
import { filedAtMs, firstIdAt } from '#platform/identity'
import type { Crossing, CrossingPlate, Part } from './crossing.ts'

export interface CrossingRow {
  id: string
  site: Site
  lane: string | null
  direction: string | null
  first_seen_at: Instant
  last_seen_at: Instant
  lists_version: number | null
}

export interface PlateRow {
  id: string
  site: Site
  crossing_id: string
  part: Part
  plate: Plate
  country: string | null
  confidence: number | null
  character_confidence: readonly number[] | null
  read_id: string
  image_sha256: string | null
  seen_at: Instant
  read_ids: readonly string[] | null
  country_sureness: number | null
}

type CrossingTables = { 'arrivals.crossing': CrossingRow; 'arrivals.crossing_plate': PlateRow }

const on = (db: Database) => db.withTables<CrossingTables>()

/**
 * Writes crossings as they stand, new or known: one statement for any number of them, because every further trip to
 * the database is time in which an officer does not see the plate.
 */
export async function saveCrossings(db: Database, crossings: readonly Crossing[]): Promise<void> {
  if (crossings.length === 0) return
  await sql`${prepared}
    with saved as (
      insert into arrivals.crossing select * from jsonb_populate_recordset(null::arrivals.crossing, ${JSON.stringify(crossings.map(rowOf))}::jsonb)
      on conflict (id) do update set (lane, direction, first_seen_at, last_seen_at, lists_version) =
        (excluded.lane, excluded.direction, excluded.first_seen_at, excluded.last_seen_at, excluded.lists_version)
    )
    insert into arrivals.crossing_plate select * from jsonb_populate_recordset(null::arrivals.crossing_plate, ${JSON.stringify(crossings.flatMap(plateRowsOf))}::jsonb)
    on conflict (id) do update set (part, plate, country, confidence, character_confidence, read_id, image_sha256, seen_at, read_ids, country_sureness) =
      (excluded.part, excluded.plate, excluded.country, excluded.confidence, excluded.character_confidence, excluded.read_id, excluded.image_sha256, excluded.seen_at, excluded.read_ids, excluded.country_sureness)`.execute(db)
}

/** As the matcher first learned to fold them (`default-rates.ts`). Indexes on the same expression lead to the rows. */
export function folded(plate: RawBuilder<unknown>): RawBuilder<string> {
  return sql`translate(${plate}, 'ODQILZSBGV', '000112586U')`
}

/** Letter by letter, by way of the index of folded plates: few others fold to the same. */
export function isPlate(column: RawBuilder<unknown>, plate: string): RawBuilder<boolean> {
  return sql`${folded(column)} = ${folded(sql`${plate}`)} and ${column} = ${plate}`
}

/** Takes away plates that turned out to be another plate of their passage, misread. */
export async function dropPlates(tx: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await on(tx).deleteFrom('arrivals.crossing_plate').where('id', 'in', ids).execute()
}

export async function readCrossing(db: Database, id: string): Promise<Crossing | undefined> {
  const rows = await on(db).selectFrom('arrivals.crossing').modifyFront(prepared).selectAll().where('id', '=', id).execute()
  return (await withPlates(db, rows))[0]
}

interface NewestWanted {
  readonly lane?: string | undefined
  readonly perLane: number
  /** What lies longer ago is not looked for: a year lies in fifty-three tables, and every one would be asked for each lane. */
  readonly since?: Instant
}

/** The newest crossings of each lane at one site; of one lane only when it is named. */
export async function newestByLane(db: Database, site: Site, { lane, perLane, since }: NewestWanted): Promise<readonly Crossing[]> {
  const from = since === undefined ? firstIdAt(0) : filedSince(since)
  const newestIn = (one: RawBuilder<unknown>) => sql`select * from arrivals.crossing where site = ${site} and id >= ${from} and ${one} order by last_seen_at desc limit ${perLane}`
  // Asked for apart: `is not distinct from` would serve both, and no index answers it.
  const inNone = lane === undefined ? sql`union all (${newestIn(sql`lane is null`)})` : sql``
  const rows = await sql<CrossingRow>`${prepared}
    with lanes as (${lane === undefined ? lanesOf(site, from) : sql`select ${lane}::text as lane`})
    (select crossing.* from lanes cross join lateral (${newestIn(sql`lane = lanes.lane`)}) as crossing) ${inNone} order by last_seen_at desc`.execute(db)
  return withPlates(db, rows.rows)
}

/** Walks the index from lane to lane, so that the board costs the same however many crossings there are. */
function lanesOf(site: Site, from: string) {
  return sql`
    with recursive walk as (
      (select lane from arrivals.crossing where site = ${site} and id >= ${from} and lane is not null order by lane limit 1)
      union all
      select (select next.lane from arrivals.crossing next where next.site = ${site} and next.id >= ${from} and next.lane > walk.lane order by next.lane limit 1) from walk where walk.lane is not null
    ) select lane from walk where lane is not null`
}

/** Every crossing at any port in which exactly this plate was read, newest first. */
export async function crossingsOfPlate(db: Database, plate: Plate, { since, most }: { since: Instant; most: number }): Promise<readonly Crossing[]> {
  const rows = await on(db).selectFrom('arrivals.crossing').modifyFront(prepared).selectAll()
    .where('id', 'in', (query) => query.selectFrom('arrivals.crossing_plate').select('crossing_id').where(isPlate(sql.ref('plate'), plate)).where('seen_at', '>=', since).where('id', '>=', filedSince(since)))
    .where('id', '>=', filedSince(since))
    .orderBy('last_seen_at', 'desc').limit(most).execute()
  return withPlates(db, rows)
}

export async function newestOfSite(db: Database, site: Site, most: number): Promise<readonly Crossing[]> {
  const rows = await on(db).selectFrom('arrivals.crossing').selectAll().where('site', '=', site).orderBy('last_seen_at', 'desc').limit(most).execute()
  return withPlates(db, rows)
}

/** What this site saw since a moment, oldest first. */
export async function crossingsSince(db: Database, site: Site, since: Instant): Promise<readonly Crossing[]> {
  const rows = await on(db).selectFrom('arrivals.crossing').selectAll().where('site', '=', site).where('id', '>=', filedSince(since)).where('last_seen_at', '>=', since).orderBy('last_seen_at').execute()
  return withPlates(db, rows)
}

export interface SiteCount {
  readonly site: Site
  readonly crossings: number
  readonly lastSeenAt: Instant | null
}

/**
 * How many vehicles each site has seen in the last hour, and when it saw the last. The hour is the database's own:
 * cameras keep real time even where a demonstration's calendar has been moved.
 */
export async function countCrossings(db: Database, sites: readonly Site[]): Promise<readonly SiteCount[]> {
  const rows = await sql<{ site: Site; crossings: number; last_seen_at: Instant | null }>`
    select wanted.site, recent.crossings, newest.last_seen_at from unnest(${sites}::text[]) as wanted (site)
    cross join lateral (select count(*) as crossings from arrivals.crossing where site = wanted.site and last_seen_at >= now() - interval '1 hour') as recent
    left join lateral (select last_seen_at from arrivals.crossing where site = wanted.site order by last_seen_at desc limit 1) as newest on true`.execute(db)
  return rows.rows.map(({ site, crossings, last_seen_at }) => ({ site, crossings, lastSeenAt: last_seen_at }))
}

/** The reads of one vehicle are filed within minutes of each other; a day is far more than that, and still one week or two of fifty-three. */
const oneVehicleMs = 86_400_000

/** The first and the last moment under which any of these is filed; ids are in the order of their moments. */
function filedBetween(ids: readonly string[]): readonly [number, number] {
  const sorted = [...ids].sort()
  return [filedAtMs(sorted[0] ?? ''), filedAtMs(sorted.at(-1) ?? '')]
}

function filedSince(moment: Instant): string {
  return firstIdAt(epochMsOf(moment) - oneVehicleMs)
}

/** In the order of the index by crossing, so that it is taken also where the planner knows nothing of a week yet. */
async function withPlates(db: Database, rows: readonly CrossingRow[]): Promise<readonly Crossing[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [first, last] = filedBetween(ids)
  const plates = await on(db).selectFrom('arrivals.crossing_plate').modifyFront(prepared).selectAll().where(sql<boolean>`crossing_id = any(${ids}::uuid[])`)
    .where('id', '>=', firstIdAt(first - oneVehicleMs)).where('id', '<', firstIdAt(last + oneVehicleMs)).orderBy('crossing_id').orderBy('id').execute()
  const byCrossing = Map.groupBy(plates, ({ crossing_id }) => crossing_id)
  return rows.map((row) => crossingOf(row, byCrossing.get(row.id) ?? []))
}

export function crossingOf({ id, site, lane, direction, first_seen_at, last_seen_at, lists_version }: CrossingRow, plates: readonly PlateRow[]): Crossing {
  return { id, site, lane, direction, firstSeenAt: first_seen_at, lastSeenAt: last_seen_at, listsVersion: lists_version, plates: plates.map(plateOf) }
}

function plateOf({ id, part, plate, country, confidence, character_confidence, read_id, image_sha256, seen_at, read_ids, country_sureness }: PlateRow): CrossingPlate {
  return { id, part, plate, country, confidence, characterConfidence: character_confidence, readId: read_id, imageSha256: image_sha256, seenAt: seen_at, readIds: read_ids ?? [read_id], countrySureness: country_sureness }
}

function rowOf({ id, site, lane, direction, firstSeenAt, lastSeenAt, listsVersion = null }: Crossing): CrossingRow {
  return { id, site, lane, direction, first_seen_at: firstSeenAt, last_seen_at: lastSeenAt, lists_version: listsVersion }
}

function plateRowsOf({ id: crossing_id, site, plates }: Crossing): readonly PlateRow[] {
  return plates.map(({ id, part, plate, country, countrySureness = null, confidence, characterConfidence, readId, readIds = [readId], imageSha256, seenAt }) => ({
    id, site, crossing_id, part, plate, country, confidence, character_confidence: characterConfidence, read_id: readId, image_sha256: imageSha256, seen_at: seenAt, read_ids: readIds, country_sureness: countrySureness,
  }))
}
