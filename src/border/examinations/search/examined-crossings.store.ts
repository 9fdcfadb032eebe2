import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { referenceOf } from '../detection/detection.ts'

/** A crossing that was searched or gave a find, with the reference of what rests on it. */
export interface ExaminedCrossing {
  readonly crossingId: string
  readonly because: 'search' | 'detection'
  readonly reference: string
}

/** Crossings whose ids lie between two, that were searched or gave a find: their reads are evidence. A find says more than its search. */
export async function examinedCrossings(db: Database, from: string, to: string): Promise<readonly ExaminedCrossing[]> {
  const { rows } = await sql<{ crossing_id: string; because: 'search' | 'detection'; id: string }>`
    select crossing_id, 'search' as because, id from examinations.search where crossing_id >= ${from} and crossing_id < ${to}
    union all select crossing_id, 'detection', id from examinations.detection where crossing_id >= ${from} and crossing_id < ${to}
    order by because desc`.execute(db)
  return [...new Map(rows.map(({ crossing_id, because, id }) => [crossing_id, { crossingId: crossing_id, because, reference: referenceOf({ id }) }])).values()]
}
