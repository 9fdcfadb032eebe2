import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant } from '#values'
import type { Usefulness } from './usefulness.ts'

interface UsefulnessRow {
  entry_id: string
  hits: number
  confirmed: number
  dismissed: number
  open: number
  searched: number
  found: number
  last_hit_at: Instant | null
  dismissed_as: Readonly<Record<string, number>>
}

type UsefulnessTables = { 'watchlists.entry_usefulness': UsefulnessRow }

const on = (db: Database) => db.withTables<UsefulnessTables>()

const never: Usefulness = { hits: 0, confirmed: 0, dismissed: 0, open: 0, searched: 0, found: 0, lastHitAt: null, dismissedAs: {} }

/** Drawn from the hits that have arrived here, so at the centre from all ports. */
export async function usefulnessOf(db: Database, entryIds: readonly string[]): Promise<(entryId: string) => Usefulness> {
  const rows = await on(db).selectFrom('watchlists.entry_usefulness').selectAll().where(sql<boolean>`entry_id = any(${entryIds}::uuid[])`).execute()
  const known = new Map(rows.map(({ entry_id, last_hit_at, dismissed_as, hits, confirmed, dismissed, open, searched, found }): [string, Usefulness] =>
    [entry_id, { hits, confirmed, dismissed, open, searched, found, lastHitAt: last_hit_at, dismissedAs: dismissed_as }]))
  return (entryId) => known.get(entryId) ?? never
}
