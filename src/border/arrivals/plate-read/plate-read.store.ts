import { sql } from 'kysely'
import { wallZone, type CalendarDate, type Instant, type Site } from '#values'
import { prepared, type Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { KeptImage, PlateRead } from './plate-read.ts'

interface ReadRow {
  id: string
  site: Site
  camera_id: string
  camera_hint: string | null
  lane: string | null
  direction: string | null
  captured_at: Instant
  received_at: Instant
  plate: PlateRead['plate']
  plate_as_read: string
  country: string | null
  confidence: number | null
  character_confidence: readonly number[] | null
  candidates: PlateRead['candidates']
  passage_hint: string | null
  state: PlateRead['state']
  format: PlateRead['format']
  raw_sha256: string
  spool_position: number
  same_as_sha256: string
  told_at: Instant | null
}

type ReadTables = {
  'arrivals.plate_read': ReadRow
  'arrivals.image': { read_id: string; site: Site; sha256: string; kind: KeptImage['kind']; bytes: number }
  'arrivals.unfollowed_batch': { id: string; read_ids: readonly string[] }
  'arrivals.intake_progress': { spool_id: string; position: number }
}

const on = (db: Database) => db.withTables<ReadTables>()

/** A read with what only the intake needs to know of it. */
export interface IncomingRead extends PlateRead {
  readonly spoolPosition: number
  readonly sameAsSha256: string
  /** Where its day of arrival is in its id: the id under which an earlier delivery may be here already. */
  readonly idIfDayBefore?: string | undefined
  /** The moment as the camera told it, where that was put right. */
  readonly toldAt?: Instant | null
}

/** What a batch adds to one camera's day before it is known which of its reads are new. */
export interface DayTotals {
  readonly camera_id: string
  readonly day: CalendarDate
  readonly total: number
  readonly ignored: number
  /** Of those ignored, vehicles without a readable plate. */
  readonly unread: number
  readonly quarantined: number
  readonly last_seen_at: Instant
}

/** Everything that is written for a batch of messages, but for those in quarantine. */
export interface Batch {
  readonly site: Site
  readonly reads: readonly IncomingRead[]
  readonly days: readonly DayTotals[]
  /** Notes of earlier batches whose crossing and matching are done: told here, because a trip of their own would cost as much as a small batch. */
  readonly followed?: readonly string[]
  /** How far the spool is in the database once this batch is. */
  readonly progress?: { readonly spoolId: string; readonly position: number }
}

/** What was new of a batch, and the note that it is still to be followed. */
export interface Kept {
  readonly note: string
  readonly readIds: ReadonlySet<string>
}

/**
 * Keeps those reads that are not here already, with their pictures and one note that they are still to be followed, counts for each camera, and
 * moves the place in the spool; answers which reads were new. All in one statement, which is a transaction by itself, because every
 * further trip to the database is time in which an officer does not see the plate.
 */
export async function keepBatch(db: Database, { site, reads, days, followed = [], progress }: Batch): Promise<Kept> {
  const note = newId()
  const images = reads.flatMap(({ id, images }) => images.map((image) => ({ read_id: id, site, ...image })))
  const kept = await sql<{ id: string }>`${prepared}
    with kept as (
      insert into arrivals.plate_read select * from jsonb_populate_recordset(null::arrivals.plate_read, ${JSON.stringify(reads.map(rowOf))}::jsonb)
      where id <> all(${await keptTheDayBefore(db, reads)}::uuid[])
      on conflict do nothing returning id, camera_id, (received_at at time zone ${wallZone()})::date as day
    ), shown as (
      insert into arrivals.image select * from jsonb_populate_recordset(null::arrivals.image, ${JSON.stringify(images)}::jsonb) where read_id in (select id from kept)
      on conflict do nothing
    ), marked as (
      insert into arrivals.unfollowed_batch select ${note}::uuid, array_agg(id) from kept having count(*) > 0
    ), done as (
      delete from arrivals.unfollowed_batch where id = any(${followed}::uuid[])
    ), counted as (
      insert into arrivals.camera_day as known (site, camera_id, day, reads, ignored, unread, duplicates, quarantined, last_seen_at)
      select ${site}, camera_id, day, coalesce(fresh, 0), ignored, unread, total - coalesce(fresh, 0), quarantined, last_seen_at
      from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as told (camera_id text, day date, total int, ignored int, unread int, quarantined int, last_seen_at timestamptz)
      left join (select camera_id, day, count(*)::int as fresh from kept group by camera_id, day) as found using (camera_id, day)
      order by camera_id, day
      on conflict (site, camera_id, day) do update set reads = known.reads + excluded.reads, ignored = known.ignored + excluded.ignored, unread = known.unread + excluded.unread,
        duplicates = known.duplicates + excluded.duplicates, quarantined = known.quarantined + excluded.quarantined, last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
    ), moved as (
      insert into arrivals.intake_progress select ${progress?.spoolId ?? null}, ${progress?.position ?? 0}::bigint where ${progress !== undefined}
      on conflict (spool_id) do update set position = excluded.position
    )
    select id from kept`.execute(db)
  return { note, readIds: new Set(kept.rows.map(({ id }) => id)) }
}

/** Those whose earlier delivery is here under the id of the day before; asked only for cameras without a clock to believe. */
async function keptTheDayBefore(db: Database, reads: readonly IncomingRead[]): Promise<readonly string[]> {
  const dated = reads.flatMap(({ id, idIfDayBefore }) => (idIfDayBefore === undefined ? [] : [{ id, idIfDayBefore }]))
  if (dated.length === 0) return []
  const rows = await on(db).selectFrom('arrivals.plate_read').select('id').where('id', 'in', dated.map(({ idIfDayBefore }) => idIfDayBefore)).execute()
  const kept = new Set(rows.map(({ id }) => id))
  return dated.filter(({ idIfDayBefore }) => kept.has(idIfDayBefore)).map(({ id }) => id)
}

/** Reads that come from no spool: a message tried again by hand. */
export async function keepReads(db: Database, reads: readonly IncomingRead[]): Promise<void> {
  const [first] = reads
  if (first !== undefined) await keepBatch(db, { site: first.site, reads, days: [] })
}

export async function forgetFollowed(db: Database, notes: readonly string[]): Promise<void> {
  if (notes.length > 0) await sql`${prepared} delete from arrivals.unfollowed_batch where id = any(${notes}::uuid[])`.execute(db)
}

/** Reads that are to be followed, and the note that says so. */
export interface Unfollowed {
  readonly note: string
  readonly reads: readonly PlateRead[]
}

/** What was kept and then never handed on, the oldest batches first. */
export async function unfollowedBatches(db: Database, most: number): Promise<readonly Unfollowed[]> {
  const rows = await on(db).selectFrom('arrivals.unfollowed_batch').selectAll().orderBy('id').limit(most).execute()
  return Promise.all(rows.map(async ({ id, read_ids }) => ({ note: id, reads: await readPlateReads(db, read_ids) })))
}

export async function readPlateRead(db: Database, id: string): Promise<PlateRead | undefined> {
  const rows = await on(db).selectFrom('arrivals.plate_read').selectAll().where('id', '=', id).execute()
  return (await withImages(db, rows))[0]
}

/** Several at once, oldest first; those that are not here any more are left out. */
export async function readPlateReads(db: Database, ids: readonly string[]): Promise<readonly PlateRead[]> {
  if (ids.length === 0) return []
  return withImages(db, await on(db).selectFrom('arrivals.plate_read').selectAll().where('id', 'in', ids).orderBy('captured_at').orderBy('id').execute())
}

async function withImages(db: Database, rows: readonly ReadRow[]): Promise<readonly PlateRead[]> {
  if (rows.length === 0) return []
  const images = await on(db).selectFrom('arrivals.image').selectAll().where('read_id', 'in', rows.map(({ id }) => id)).execute()
  return rows.map((row) => readOf(row, images.filter(({ read_id }) => read_id === row.id).map(({ sha256, kind, bytes }) => ({ sha256, kind, bytes }))))
}

/** Which of these pictures a read of this site still shows, or evidence. */
export async function imagesKept(db: Database, names: readonly string[]): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set()
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from unnest(${names}::text[]) as asked (sha256) where exists (select from arrivals.image where image.sha256 = asked.sha256)
      or exists (select from arrivals.evidence where images @> jsonb_build_array(jsonb_build_object('sha256', asked.sha256)))`.execute(db)
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** What one camera has told of between two moments of its own clock. */
export async function toldBetween(db: Database, { site, cameraId, from, until }: { readonly site: Site; readonly cameraId: string; readonly from: Instant; readonly until: Instant }): Promise<readonly { readonly plate: string; readonly toldAt: Instant }[]> {
  const { rows } = await sql<{ plate: string; told_at: Instant }>`
    select plate, coalesce(told_at, captured_at) as told_at from arrivals.plate_read
    where site = ${site} and camera_id = ${cameraId} and coalesce(told_at, captured_at) between ${from} and ${until}
      and captured_at between ${from}::timestamptz - interval '15 hours' and ${until}::timestamptz + interval '15 hours'`.execute(db)
  return rows.map(({ plate, told_at }) => ({ plate, toldAt: told_at }))
}

export async function progressOf(db: Database, spoolId: string): Promise<number> {
  const row = await on(db).selectFrom('arrivals.intake_progress').select('position').where('spool_id', '=', spoolId).executeTakeFirst()
  return row?.position ?? 0
}

function rowOf(read: IncomingRead): ReadRow {
  const { id, site, lane, direction, plate, country, confidence, candidates, state, format } = read
  return {
    id, site, lane, direction, plate, country, confidence, candidates, state, format,
    camera_id: read.cameraId,
    camera_hint: read.cameraHint,
    captured_at: read.capturedAt,
    received_at: read.receivedAt,
    plate_as_read: read.plateAsRead,
    character_confidence: read.characterConfidence,
    passage_hint: read.passageHint,
    raw_sha256: read.rawSha256,
    spool_position: read.spoolPosition,
    same_as_sha256: read.sameAsSha256,
    told_at: read.toldAt ?? null,
  }
}

function readOf(row: ReadRow, images: readonly KeptImage[]): PlateRead {
  const { id, site, lane, direction, plate, country, confidence, candidates, state, format } = row
  return {
    id, site, lane, direction, plate, country, confidence, candidates, state, format, images,
    cameraId: row.camera_id,
    cameraHint: row.camera_hint,
    capturedAt: row.captured_at,
    receivedAt: row.received_at,
    plateAsRead: row.plate_as_read,
    characterConfidence: row.character_confidence,
    passageHint: row.passage_hint,
    rawSha256: row.raw_sha256,
  }
}
