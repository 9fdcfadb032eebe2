import { sql } from 'kysely'
import type { Instant, Site } from '#values'
import type { Database } from '#platform/database'
import type { CameraFault, FaultKind } from './camera-faults.ts'

interface FaultRow {
  id: string
  site: Site
  camera_id: string
  kind: FaultKind
  measured: CameraFault
  since_at: Instant
  ended_at: Instant | null
}

type FaultTables = { 'arrivals.camera_fault': FaultRow }

const on = (db: Database) => db.withTables<FaultTables>()

/** A fault that stands, with the measure it was last judged by. */
export interface OpenFault {
  readonly id: string
  readonly site: Site
  readonly cameraId: string
  readonly measured: CameraFault
  readonly since: Instant
}

/** At one site, or at all. */
export async function openFaults(db: Database, site?: Site): Promise<readonly OpenFault[]> {
  const rows = await on(db).selectFrom('arrivals.camera_fault').selectAll().where('ended_at', 'is', null)
    .$if(site !== undefined, (query) => query.where('site', '=', String(site) as Site)).orderBy('since_at').execute()
  return rows.map(({ id, site: at, camera_id, measured, since_at }) => ({ id, site: at, cameraId: camera_id, measured, since: since_at }))
}

export async function raiseFault(tx: Database, { id, site, cameraId, measured, since }: OpenFault): Promise<void> {
  await on(tx).insertInto('arrivals.camera_fault').values({ id, site, camera_id: cameraId, kind: measured.fault, measured: JSON.stringify(measured) as never, since_at: since, ended_at: null })
    .onConflict((same) => same.doNothing()).execute()
}

export async function endFaults(tx: Database, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length > 0) await on(tx).updateTable('arrivals.camera_fault').set({ ended_at: now }).where('id', 'in', ids).execute()
}

/** How many cameras have a fault now, by site. */
export async function camerasWithFault(db: Database): Promise<ReadonlyMap<Site, number>> {
  const rows = await on(db).selectFrom('arrivals.camera_fault').where('ended_at', 'is', null).groupBy('site').select(['site', sql<number>`count(distinct camera_id)::int`.as('cameras')]).execute()
  return new Map(rows.map(({ site, cameras }) => [site, cameras]))
}
