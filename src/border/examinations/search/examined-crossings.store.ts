import { sql } from 'kysely'
import type { Database } from '#platform/database'

/** Which of these crossings were searched or gave a find: their reads are evidence. */
export async function examinedCrossings(db: Database, crossingIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ crossing_id: string }>`
    select crossing_id from examinations.search where crossing_id = any(${crossingIds}::uuid[])
    union select crossing_id from examinations.detection where crossing_id = any(${crossingIds}::uuid[])`.execute(db)
  return new Set(rows.map(({ crossing_id }) => crossing_id))
}
