import { sql } from 'kysely'
import type { Instant, Officer, Plate, Site } from '#values'
import { asJson, prepared, type Database } from '#platform/database'
import type { Decision } from '#platform/decisions'
import { change, type Act, type Thing } from '#platform/events'
import { whereMay, type Right } from '#platform/identity'
import { keptHere } from '../kept-here.ts'
import { recentLimit } from '../limits.ts'
import { seeDetections, seeHandOvers } from '../rights.ts'
import { evolveDetection, type Correction, type Detection, type DetectionEvent, type Sections } from './detection.ts'
import type { HandOver } from './hand-over.ts'
import type { Photo } from './photo.ts'

type DetectionRow = {
  id: string
  site: Site
  stage: Detection['stage']
  search_id: string | null
  crossing_id: string | null
  started_at: Instant
  started_by: string
  recorded_at: Instant | null
  alarm: Sections['alarm'] | null
  vehicle: Sections['vehicle'] | null
  papers: Sections['papers'] | null
  scene: Sections['scene'] | null
  photos: readonly Photo[]
  hand_overs: readonly HandOver[]
  corrections: readonly Correction[]
}

const on = (db: Database) => db.withTables<{ 'examinations.detection': DetectionRow }>()

export const detections: Thing<Detection, DetectionEvent> = {
  name: 'detection',
  evolve: evolveDetection,
  read: readDetection,
  save: async (tx, _id, detection) => {
    const { id, ...changed } = rowOf(detection)
    await on(tx).insertInto('examinations.detection').values({ id, ...changed }).onConflict((row) => row.column('id').doUpdateSet(changed)).execute()
  },
}

type Decide = (detection: Detection | undefined) => Decision<DetectionEvent>

/** Decides on a detection and saves it, at the one site that owns it. */
export async function changeDetection(db: Database, act: Act, decide: Decide): Promise<Decision<DetectionEvent>> {
  return change(db, detections, act, keptHere(act.by.site, decide))
}

export async function readDetection(db: Database, id: string): Promise<Detection | undefined> {
  const row = await on(db).selectFrom('examinations.detection').selectAll().where('id', '=', id).executeTakeFirst()
  return row && detectionOf(row)
}

/** What this officer may see, unfinished drafts first and then the latest. */
export async function recentDetections(db: Database, officer: Officer): Promise<readonly Detection[]> {
  return (await seen(db, officer, seeDetections)).map(detectionOf)
}

/** People still with us, or given over without a receipt from either side. */
const openHandOver = sql<boolean>`(
  (alarm->>'adults')::int + (alarm->>'children')::int
    > (select coalesce(sum((given->>'adults')::int + (given->>'children')::int), 0) from jsonb_array_elements(hand_overs) given)
  or exists (select from jsonb_array_elements(hand_overs) given where given->>'receiptReference' is null and jsonb_typeof(given->'acknowledged') = 'null'))`

/** Recorded finds whose people this officer may hand over or receive: those still open first, however old, then the latest. */
export async function detectionsWithPeople(db: Database, officer: Officer): Promise<readonly Detection[]> {
  const rows = await on(db).selectFrom('examinations.detection').selectAll()
    .where(whereMay(officer, seeHandOvers, { site: 'site' })).where('stage', '=', 'recorded')
    .orderBy(openHandOver, 'desc').orderBy('recorded_at', 'desc').limit(recentLimit).execute()
  return rows.map(detectionOf)
}

async function seen(db: Database, officer: Officer, act: Right): Promise<readonly DetectionRow[]> {
  return on(db).selectFrom('examinations.detection').selectAll()
    .where(whereMay(officer, act, { site: 'site' })).where('stage', '<>', 'discarded')
    .orderBy(sql`stage = 'draft'`, 'desc').orderBy('started_at', 'desc').limit(recentLimit).execute()
}

/** Every recorded find in a vehicle under either of its plates, at any port this site knows of. */
export async function detectionsOfPlate(db: Database, plate: Plate): Promise<readonly Detection[]> {
  const rows = await on(db).selectFrom('examinations.detection').modifyFront(prepared).selectAll()
    .where(sql<boolean>`(vehicle->>'tractorPlate' = ${plate} or vehicle->>'trailerPlate' = ${plate})`).where('stage', '=', 'recorded')
    .orderBy('recorded_at', 'desc').limit(recentLimit).execute()
  return rows.map(detectionOf)
}

export async function detectionsOfSearch(db: Database, searchId: string): Promise<readonly Detection[]> {
  const rows = await on(db).selectFrom('examinations.detection').selectAll().where('search_id', '=', searchId).where('stage', '<>', 'discarded').orderBy('started_at').execute()
  return rows.map(detectionOf)
}

function detectionOf(row: DetectionRow): Detection {
  const { id, site, stage, alarm, vehicle, papers, scene, photos, corrections } = row
  return {
    id, site, stage, alarm, vehicle, papers, scene, photos, corrections, handOvers: row.hand_overs,
    searchId: row.search_id, crossingId: row.crossing_id, startedAt: row.started_at, startedBy: row.started_by, recordedAt: row.recorded_at,
  }
}

function rowOf(detection: Detection) {
  const { id, site, stage, alarm, vehicle, papers, scene } = detection
  return {
    id, site, stage,
    search_id: detection.searchId, crossing_id: detection.crossingId,
    started_at: detection.startedAt, started_by: detection.startedBy, recorded_at: detection.recordedAt,
    alarm: asJson(alarm), vehicle: asJson(vehicle), papers: asJson(papers), scene: asJson(scene),
    photos: asJson(detection.photos), hand_overs: asJson(detection.handOvers), corrections: asJson(detection.corrections),
  }
}
