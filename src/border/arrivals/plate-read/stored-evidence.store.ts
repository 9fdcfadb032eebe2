import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Plate } from '#values'
import type { Candidate } from './understanding.ts'

/** A stored read as far as a list is held against it. */
export interface StoredEvidence {
  readonly id: string
  readonly cameraId: string
  readonly plate: Plate
  readonly country: string | null
  readonly confidence: number | null
  readonly characterConfidence: readonly number[] | null
  readonly candidates: readonly Candidate[]
}

interface EvidenceRow extends Omit<StoredEvidence, 'cameraId' | 'characterConfidence'> {
  readonly camera_id: string
  readonly character_confidence: readonly number[] | null
}

/** Reads by their ids, in the order of their capture. Of those that a camera sent one after the other of one event, the last stands. */
export async function storedEvidence(db: Database, readIds: readonly string[]): Promise<ReadonlyMap<string, StoredEvidence>> {
  const { rows } = await sql<EvidenceRow>`
    select * from (
      select distinct on (camera_id, coalesce(passage_hint, id::text)) id, camera_id, plate, country, confidence, character_confidence, candidates, captured_at
      from arrivals.plate_read where id = any(${readIds}::uuid[]) order by camera_id, coalesce(passage_hint, id::text), captured_at desc, id desc
    ) as standing order by captured_at, id`.execute(db)
  return new Map(rows.map(({ id, camera_id, plate, country, confidence, character_confidence, candidates }) =>
    [id, { id, cameraId: camera_id, plate, country, confidence, characterConfidence: character_confidence, candidates }]))
}
