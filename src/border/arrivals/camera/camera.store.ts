import type { Site } from '#values'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { Mapping } from '../mapping/mapping.ts'
import { mappingsOf } from '../mapping/mapping.store.ts'
import { evolve, type Camera, type CameraEvent } from './camera.ts'

/** A camera as its row has it; what a reader leaves out it does not select. */
export interface CameraRow {
  id: string
  site: Site
  name: string
  maker: Camera['maker']
  lane: string | null
  faces: Camera['faces']
  direction: Camera['direction']
  clock_ahead_ms: number
  state: Camera['state']
  key_sha256: string
  former_key: Camera['formerKey']
  mapping_id: string | null
  link: Camera['link']
}

type CameraTables = { 'arrivals.camera': CameraRow }

const on = (db: Database) => db.withTables<CameraTables>()

export const cameras: Thing<Camera, CameraEvent> = {
  name: 'camera',
  evolve,
  read: async (db, id) => {
    const row = await on(db).selectFrom('arrivals.camera').selectAll().where('id', '=', id).executeTakeFirst()
    return row && cameraOf(row)
  },
  save: async (tx, id, { keySha256, formerKey, clockAheadMs, mappingId, link, ...camera }) => {
    const row = { ...camera, key_sha256: keySha256, former_key: asJson(formerKey), clock_ahead_ms: clockAheadMs, mapping_id: mappingId, link: asJson(link) }
    await on(tx).insertInto('arrivals.camera').values({ id, ...row }).onConflict((same) => same.column('id').doUpdateSet(row)).execute()
  },
}

/** `null` as the column's own null, never as JSON's. */
function asJson(value: object | null): never {
  return (value === null ? null : JSON.stringify(value)) as never
}

function cameraOf({ id: _id, key_sha256, former_key, clock_ahead_ms, mapping_id, ...row }: CameraRow): Camera {
  return { ...row, keySha256: key_sha256, formerKey: former_key, clockAheadMs: clock_ahead_ms, mappingId: mapping_id }
}

/** A camera with the mapping that its messages are read by. */
export interface CameraInUse extends Camera {
  readonly mapping: Mapping | null
}

export async function camerasInUse(db: Database, site: Site): Promise<ReadonlyMap<string, CameraInUse>> {
  const rows = await on(db).selectFrom('arrivals.camera').selectAll().where('site', '=', site).where('state', '=', 'in-use').orderBy('id').execute()
  const mappings = rows.some(({ mapping_id }) => mapping_id !== null) ? await mappingsOf(db, site) : new Map<string, Mapping>()
  return new Map(rows.map((row) => [row.id, { ...cameraOf(row), mapping: mappings.get(row.mapping_id ?? '') ?? null }]))
}

/** The lanes that cameras in use watch, by name. */
export async function lanesWatched(db: Database, site: Site): Promise<readonly string[]> {
  const lanes = [...(await camerasInUse(db, site)).values()].flatMap(({ lane }) => lane ?? [])
  return [...new Set(lanes)]
}
