import { sql } from 'kysely'
import type { Instant, Plate, Site } from '#values'
import { prepared, type Database } from '#platform/database'
import type { ThingOfMany } from '#platform/events'
import { evolveHit, type Hit, type HitEvent } from './hit.ts'

interface HitRow {
  id: string
  site: Site
  crossing_id: string
  plate_id: string
  entry_id: string
  list_name_en: string
  list_name_fr: string
  reason_en: string
  reason_fr: string
  handling: Hit['handling']
  markers: Hit['markers']
  listed_plate: Plate
  listed_country: string | null
  read_id: string
  plate: Plate
  country: string | null
  character_confidence: readonly number[] | null
  image_sha256: string | null
  how: Hit['how']
  differences: Hit['differences']
  cost: number
  lane: string | null
  raised_at: Instant
  inside_since: Instant | null
  escalated_at: Instant | null
  doubted_at: Instant | null
  status: Hit['status']
  handled_by: string | null
  handled_at: Instant | null
  dismissed_as: Hit['dismissedAs']
  true_plate: Plate | null
  explained: Hit['explained']
}

type HitTables = { 'arrivals.hit': HitRow }

const on = (db: Database) => db.withTables<HitTables>()

export const hits: ThingOfMany<Hit, HitEvent> = {
  name: 'hit',
  evolve: evolveHit,
  read: readHit,
  save: (tx, id, hit) => saveHits(tx, new Map([[id, hit]])),
  readAll: async (db, ids) => new Map((await hitsWithIds(db, ids)).map((hit) => [hit.id, hit])),
  saveAll: saveHits,
}

async function saveHits(tx: Database, saved: ReadonlyMap<string, Hit>): Promise<void> {
  const rows = [...saved.values()].map(rowOf)
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')
  await sql`${prepared}
    insert into arrivals.hit select * from jsonb_populate_recordset(null::arrivals.hit, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set (${sql.join(columns.map((column) => sql.ref(column)))}) = (${sql.join(columns.map((column) => sql.ref(`excluded.${column}`)))})`.execute(tx)
}

export async function readHit(db: Database, id: string): Promise<Hit | undefined> {
  const row = await on(db).selectFrom('arrivals.hit').modifyFront(prepared).selectAll().where('id', '=', id).executeTakeFirst()
  return row && hitOf(row)
}

export async function hitsWithIds(db: Database, ids: readonly string[]): Promise<readonly Hit[]> {
  const rows = await on(db).selectFrom('arrivals.hit').selectAll().where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
  return rows.map(hitOf)
}

/** Hits raised since a moment, by id alone and above this one, so that any number can be walked through in parts. */
export async function hitIdsSince(db: Database, { since, after, most }: { since: Instant; after: string; most: number }): Promise<readonly string[]> {
  const rows = await on(db).selectFrom('arrivals.hit').select('id').where('raised_at', '>=', since).where('id', '>', after).orderBy('id').limit(most).execute()
  return rows.map(({ id }) => id)
}

/**
 * Hits that nobody has closed, newest first; at one site and in one lane when they are named. Those that seem to be of a time to
 * come were raised before the clock was set back, and must not push newer ones off a board.
 */
export async function openHits(db: Database, { site, lane, most }: { site?: Site; lane?: string | undefined; most: number }): Promise<readonly Hit[]> {
  let query = on(db).selectFrom('arrivals.hit').selectAll().where('status', 'in', ['raised', 'acknowledged'])
  if (site !== undefined) query = query.where('site', '=', site)
  if (lane !== undefined) query = query.where('lane', '=', lane)
  const rows = await query.orderBy(sql`raised_at > clock_timestamp() + interval '1 minute'`).orderBy('raised_at', 'desc').orderBy('id', 'desc').limit(most).execute()
  return rows.map(hitOf)
}

/** Hits of one site that nobody took on, and of which the duty officer was not yet told: when each was raised. */
export async function unansweredHits(db: Database, site: Site): Promise<readonly Pick<Hit, 'id' | 'raisedAt'>[]> {
  const rows = await on(db).selectFrom('arrivals.hit').select(['id', 'raised_at']).where('site', '=', site).where('status', '=', 'raised')
    .where('handling', '<>', 'observe').where('escalated_at', 'is', null).orderBy('raised_at').execute()
  return rows.map(({ id, raised_at }) => ({ id, raisedAt: raised_at }))
}

/** Hits at any port that were escalated and that still nobody has taken on, the oldest first. */
export async function escalatedHits(db: Database, most: number): Promise<readonly Hit[]> {
  const rows = await on(db).selectFrom('arrivals.hit').selectAll().where('status', '=', 'raised').where('escalated_at', 'is not', null)
    .orderBy('raised_at').limit(most).execute()
  return rows.map(hitOf)
}

export async function countOpenHits(db: Database): Promise<ReadonlyMap<Site, number>> {
  const rows = await on(db).selectFrom('arrivals.hit').where('status', 'in', ['raised', 'acknowledged'])
    .groupBy('site').select(['site', sql<number>`count(*)`.as('open')]).execute()
  return new Map(rows.map(({ site, open }) => [site, open]))
}

/** The newest hits whatever became of them; at one site when it is named. */
export async function recentHits(db: Database, { site, most }: { site?: Site | undefined; most: number }): Promise<readonly Hit[]> {
  const all = on(db).selectFrom('arrivals.hit').selectAll()
  const rows = await (site === undefined ? all : all.where('site', '=', site)).orderBy('raised_at', 'desc').orderBy('id', 'desc').limit(most).execute()
  return rows.map(hitOf)
}

export async function hitsOfCrossings(db: Database, crossingIds: readonly string[]): Promise<readonly Hit[]> {
  if (crossingIds.length === 0) return []
  const rows = await on(db).selectFrom('arrivals.hit').modifyFront(prepared).selectAll().where(sql<boolean>`crossing_id = any(${crossingIds}::uuid[])`).orderBy('raised_at', 'desc').execute()
  return rows.map(hitOf)
}

/** Hits at any port on this plate, as it was read or as it is listed, newest first. */
export async function hitsOfPlate(db: Database, plate: Plate, { since, most }: { since: Instant; most: number }): Promise<readonly Hit[]> {
  const rows = await on(db).selectFrom('arrivals.hit').modifyFront(prepared).selectAll()
    .where((row) => row.or([row('plate', '=', plate), row('listed_plate', '=', plate)])).where('raised_at', '>=', since)
    .orderBy('raised_at', 'desc').limit(most).execute()
  return rows.map(hitOf)
}

function hitOf(row: HitRow): Hit {
  const { id, site, handling, markers, plate, country, how, differences, cost, lane, status } = row
  return {
    id, site, handling, markers, plate, country, how, differences, cost, lane, status,
    crossingId: row.crossing_id, plateId: row.plate_id, entryId: row.entry_id,
    listNameEn: row.list_name_en, listNameFr: row.list_name_fr, reasonEn: row.reason_en, reasonFr: row.reason_fr,
    listedPlate: row.listed_plate, listedCountry: row.listed_country,
    readId: row.read_id, characterConfidence: row.character_confidence, imageSha256: row.image_sha256,
    raisedAt: row.raised_at, insideSince: row.inside_since, escalatedAt: row.escalated_at, doubtedAt: row.doubted_at, handledBy: row.handled_by, handledAt: row.handled_at, dismissedAs: row.dismissed_as, truePlate: row.true_plate, explained: row.explained,
  }
}

function rowOf(hit: Hit): HitRow {
  const { id, site, handling, markers, plate, country, how, differences, cost, lane, status } = hit
  return {
    id, site, handling, markers, plate, country, how, differences, cost, lane, status,
    crossing_id: hit.crossingId, plate_id: hit.plateId, entry_id: hit.entryId,
    list_name_en: hit.listNameEn, list_name_fr: hit.listNameFr, reason_en: hit.reasonEn, reason_fr: hit.reasonFr,
    listed_plate: hit.listedPlate, listed_country: hit.listedCountry,
    read_id: hit.readId, character_confidence: hit.characterConfidence, image_sha256: hit.imageSha256,
    raised_at: hit.raisedAt, inside_since: hit.insideSince, escalated_at: hit.escalatedAt, doubted_at: hit.doubtedAt, handled_by: hit.handledBy, handled_at: hit.handledAt, dismissed_as: hit.dismissedAs, true_plate: hit.truePlate, explained: hit.explained,
  }
}
