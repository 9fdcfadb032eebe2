import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Plate } from '#values'

/** One read of a passing vehicle, as the timeline of its crossing tells it. */
export interface ReadInCrossing {
  readonly id: string
  readonly cameraId: string
  readonly capturedAt: Instant
  readonly plate: Plate
  readonly confidence: number | null
}

type ReadRow = { id: string; camera_id: string; captured_at: Instant; plate: Plate; confidence: number | null }

/** Every read the crossing was made of, the first first; from its week or from the evidence. Other ports hold none: reads go to the centre alone. */
export async function readsOfCrossing(db: Database, crossingId: string): Promise<readonly ReadInCrossing[]> {
  const { rows } = await sql<ReadRow>`
    with ids as (select coalesce(array_agg(one), '{}') as ids from arrivals.crossing_plate shown, unnest(coalesce(shown.read_ids, '{}') || shown.read_id) as one where shown.crossing_id = ${crossingId})
    select id, camera_id, captured_at, plate, confidence from arrivals.plate_read, ids where id = any(ids.ids)
    union
    select kept.id, kept.camera_id, kept.captured_at, kept.plate, kept.confidence from arrivals.evidence, jsonb_populate_recordset(null::arrivals.plate_read, reads) as kept where evidence.crossing_id = ${crossingId}
    order by captured_at`.execute(db)
  return rows.map(({ id, camera_id, captured_at, plate, confidence }) => ({ id, cameraId: camera_id, capturedAt: captured_at, plate, confidence }))
}
