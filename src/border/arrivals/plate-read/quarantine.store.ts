import { sql } from 'kysely'
import type { Instant, Site } from '#values'
import type { Database } from '#platform/database'

export interface QuarantineRow {
  id: string
  site: Site
  camera_id: string
  content_type: string
  received_at: Instant
  last_received_at: Instant
  times: number
  reason: string
  detail: string
  raw: Buffer
  raw_sha256: string
}

type QuarantineTables = {
  'arrivals.quarantine': QuarantineRow
  'arrivals.quarantine_retry': { id: string; attempts: number; outcome: string }
}

const on = (db: Database) => db.withTables<QuarantineTables>()

/** Keeps a message for a person; the same bytes from the same camera again only raise its count. */
export async function keepQuarantined(tx: Database, row: Omit<QuarantineRow, 'times' | 'last_received_at'>): Promise<void> {
  await on(tx).insertInto('arrivals.quarantine').values({ ...row, times: 1, last_received_at: row.received_at })
    .onConflict((same) => same.columns(['site', 'camera_id', 'raw_sha256']).doUpdateSet({
      times: sql<number>`arrivals.quarantine.times + 1`,
      last_received_at: row.received_at,
    })).execute()
}

/** Newest first, without their bytes; those that were understood on another try are done with. */
export async function quarantined(db: Database, site: Site, most: number) {
  return on(db).selectFrom('arrivals.quarantine').leftJoin('arrivals.quarantine_retry', 'arrivals.quarantine_retry.id', 'arrivals.quarantine.id')
    .select(['arrivals.quarantine.id', 'camera_id', 'content_type', 'received_at', 'last_received_at', 'times', 'reason', 'detail', 'attempts', 'outcome'])
    .select(sql<number>`octet_length(raw)`.as('bytes'))
    .where('site', '=', site).where((row) => row.or([row('outcome', 'is', null), row('outcome', '!=', 'understood')]))
    .orderBy('last_received_at', 'desc').limit(most).execute()
}

export async function countQuarantined(db: Database, site: Site): Promise<number> {
  const { count } = await on(db).selectFrom('arrivals.quarantine').leftJoin('arrivals.quarantine_retry', 'arrivals.quarantine_retry.id', 'arrivals.quarantine.id')
    .select(sql<number>`count(*)::int`.as('count')).where('site', '=', site)
    .where((row) => row.or([row('outcome', 'is', null), row('outcome', '!=', 'understood')])).executeTakeFirstOrThrow()
  return count
}

export async function readQuarantined(db: Database, id: string): Promise<QuarantineRow | undefined> {
  return on(db).selectFrom('arrivals.quarantine').selectAll().where('id', '=', id).executeTakeFirst()
}

export interface Retry {
  readonly attempts: number
  readonly outcome: string
}

export async function readRetry(db: Database, id: string): Promise<Retry | undefined> {
  return on(db).selectFrom('arrivals.quarantine_retry').select(['attempts', 'outcome']).where('id', '=', id).executeTakeFirst()
}

export async function saveRetry(tx: Database, id: string, retry: Retry): Promise<void> {
  await on(tx).insertInto('arrivals.quarantine_retry').values({ id, ...retry }).onConflict((row) => row.column('id').doUpdateSet(retry)).execute()
}
