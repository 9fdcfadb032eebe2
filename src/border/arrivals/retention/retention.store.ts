import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { Instant, Port } from '#values'
import { evolveForgetting, type Forgetting, type ReadsForgotten } from './forgetting.ts'

type RetentionTables = { 'arrivals.forgetting': { id: string; seen_before: Instant; reads: number; crossings: number; pictures: number } }

const on = (db: Database) => db.withTables<RetentionTables>()

export const forgettings: Thing<Forgetting, ReadsForgotten> = {
  name: 'forgetting',
  evolve: evolveForgetting,
  read: async (db, id) => {
    const row = await on(db).selectFrom('arrivals.forgetting').selectAll().where('id', '=', id).executeTakeFirst()
    return row && { id, seenBefore: row.seen_before, reads: row.reads, crossings: row.crossings, pictures: row.pictures }
  },
  save: async (tx, id, { seenBefore, reads, crossings, pictures }) => {
    const row = { id, seen_before: seenBefore, reads, crossings, pictures }
    await on(tx).insertInto('arrivals.forgetting').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

/** Hits of this site that nobody confirmed, that were raised by then, whose crossing is no evidence. */
export async function staleHits(tx: Database, port: Port, before: Instant, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from arrivals.hit stale where site = ${port} and raised_at <= ${before} and status <> 'confirmed'
      and not exists (select from arrivals.evidence kept where kept.crossing_id = stale.crossing_id) order by raised_at limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function deleteHits(tx: Database, ids: readonly string[]): Promise<void> {
  await sql`delete from arrivals.hit where id = any(${ids}::uuid[])`.execute(tx)
}

/** Names of the pictures of a week, but for those that evidence or another week shows as well. */
export async function picturesOfWeek(db: Database, from: string, to: string): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct sha256 from arrivals.image gone where read_id >= ${from} and read_id < ${to}
      and not exists (select from arrivals.image other where other.sha256 = gone.sha256 and (other.read_id < ${from} or other.read_id >= ${to}))
      and not exists (select from arrivals.evidence kept where kept.images @> jsonb_build_array(jsonb_build_object('sha256', gone.sha256)))`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}

/** The oldest pictures that nothing rests on, of reads before this id: what goes first when the disk is full. */
export async function oldestPictures(db: Database, before: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct sha256 from (
      select sha256 from arrivals.image old where read_id < ${before} and not exists (select from arrivals.evidence kept where kept.images @> jsonb_build_array(jsonb_build_object('sha256', old.sha256)))
      order by read_id limit ${most}
    ) as oldest`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}

export async function forgetPictures(db: Database, names: readonly string[]): Promise<void> {
  await sql`delete from arrivals.image where sha256 = any(${names}::text[])`.execute(db)
}
