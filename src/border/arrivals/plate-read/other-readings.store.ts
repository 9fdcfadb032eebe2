import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Candidate } from './understanding.ts'

interface OtherReading {
  readonly cameraId: string
  /** What else the camera thought the plate might be. */
  readonly candidates: readonly Candidate[]
}

export type OtherReadings = (readId: string) => OtherReading | undefined

/** Of reads that are long stored, which camera took them and what it thought besides. */
export async function otherReadings(db: Database, readIds: readonly string[]): Promise<OtherReadings> {
  const { rows } = await sql<{ id: string; camera_id: string; candidates: readonly Candidate[] }>`
    select id, camera_id, candidates from arrivals.plate_read where id = any(${readIds}::uuid[])`.execute(db)
  const byId = new Map(rows.map(({ id, camera_id, candidates }) => [id, { cameraId: camera_id, candidates }]))
  return (readId) => byId.get(readId)
}
