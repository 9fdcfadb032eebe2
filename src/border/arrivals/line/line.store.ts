import { sql } from 'kysely'
import type { Instant, Site } from '#values'
import type { Database } from '#platform/database'
import type { LineReason, LineState } from './line.ts'

interface LineRow {
  camera_id: string
  site: Site
  state: LineState['state']
  reason: LineReason | null
  detail: string | null
  since_at: Instant
  heard_at: Instant | null
  missing_from: Instant | null
  tries: number
}

type LineTables = { 'arrivals.camera_line': LineRow }

const on = (db: Database) => db.withTables<LineTables>()

/** How a camera's line stands, as the pages show it. */
export interface LineStanding extends LineState {
  readonly since: Instant
  readonly heardAt: Instant | null
  /** From when on something may have been recorded that we do not have; null when nothing may. */
  readonly missingFrom: Instant | null
}

/** Every line of a site, at the centre of all sites, by camera. */
export async function lineStandings(db: Database, site: Site): Promise<ReadonlyMap<string, LineStanding>> {
  const rows = await on(db).selectFrom('arrivals.camera_line').selectAll().$if(site !== 'centre', (query) => query.where('site', '=', site)).execute()
  return new Map(rows.map(({ camera_id, state, reason, detail, since_at, heard_at, missing_from, tries }) => [camera_id, { state, reason, detail, since: since_at, heardAt: heard_at, missingFrom: missing_from, tries }]))
}

export interface LineNote {
  readonly site: Site
  readonly cameraId: string
  readonly state: LineState
  readonly now: Instant
  readonly heardAt: Instant | null
}

/** Writes how a line stands. The moment of the change stays while the state does; a line that is not up misses from when it was last heard. */
export async function noteLine(db: Database, { site, cameraId, state: { state, reason, detail, tries }, now, heardAt }: LineNote): Promise<void> {
  const row = { site, state, reason, detail: detail?.replaceAll('\0', '') ?? null, tries }
  await on(db).insertInto('arrivals.camera_line')
    .values({ ...row, camera_id: cameraId, since_at: now, heard_at: heardAt, missing_from: null })
    .onConflict((same) => same.column('camera_id').doUpdateSet({
      ...row,
      since_at: sql`case when arrivals.camera_line.state = excluded.state then arrivals.camera_line.since_at else excluded.since_at end`,
      heard_at: sql`greatest(arrivals.camera_line.heard_at, excluded.heard_at)`,
      missing_from: state === 'up' ? sql`arrivals.camera_line.missing_from` : sql`coalesce(arrivals.camera_line.missing_from, greatest(arrivals.camera_line.heard_at, excluded.heard_at))`,
    })).execute()
}

export async function noteHeard(db: Database, cameraId: string, heardAt: Instant): Promise<void> {
  await on(db).updateTable('arrivals.camera_line').set({ heard_at: heardAt }).where('camera_id', '=', cameraId).execute()
}

/** What was missed up to that moment is here now. */
export async function noteCaughtUp(db: Database, cameraId: string): Promise<void> {
  await on(db).updateTable('arrivals.camera_line').set({ missing_from: null }).where('camera_id', '=', cameraId).execute()
}

export async function missingFrom(db: Database, cameraId: string): Promise<Instant | null> {
  const row = await on(db).selectFrom('arrivals.camera_line').select('missing_from').where('camera_id', '=', cameraId).executeTakeFirst()
  return row?.missing_from ?? null
}

export async function forgetLine(db: Database, cameraId: string): Promise<void> {
  await on(db).deleteFrom('arrivals.camera_line').where('camera_id', '=', cameraId).execute()
}
