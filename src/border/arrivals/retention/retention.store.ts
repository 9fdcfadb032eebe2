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

interface Old {
  readonly port: Port
  readonly seenBefore: Instant
  readonly most: number
}

/** Crossings past their time that no hit rests on, in the order of their ids, after the one named. */
export async function oldCrossings(db: Database, { port, seenBefore, most }: Old, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from arrivals.crossing crossing where site = ${port} and id > ${after} and last_seen_at < ${seenBefore}
      and not exists (select from arrivals.hit where crossing_id = crossing.id and status <> 'superseded')
    order by id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function deleteCrossings(tx: Database, ids: readonly string[]): Promise<void> {
  await sql`delete from arrivals.crossing_plate where crossing_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from arrivals.crossing where id = any(${ids}::uuid[])`.execute(tx)
}

export interface DeletedReads {
  readonly reads: number
  /** Pictures that no read at this port shows any more. */
  readonly pictures: readonly string[]
}

/**
 * Deletes reads past their time, save those of a crossing that is kept. A read belongs to the crossing of its lane
 * that was under way when it was captured; none is under way for an hour.
 */
export async function deleteOldReads(tx: Database, { port, seenBefore, most }: Old): Promise<DeletedReads> {
  const { rows } = await sql<{ id: string }>`
    select id from arrivals.plate_read read where site = ${port} and captured_at < ${seenBefore}
      and not exists (select from arrivals.crossing_plate where read_id = read.id)
      and not exists (select from arrivals.crossing crossing where crossing.site = read.site and crossing.lane is not distinct from read.lane
        and crossing.first_seen_at <= read.captured_at and crossing.last_seen_at >= read.captured_at and crossing.last_seen_at < read.captured_at + interval '1 hour')
    limit ${most}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  const images = await sql<{ sha256: string }>`delete from arrivals.image where read_id = any(${ids}::uuid[]) returning sha256`.execute(tx)
  await sql`delete from arrivals.unfollowed_read where read_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from arrivals.plate_read where id = any(${ids}::uuid[])`.execute(tx)
  const orphans = await sql<{ sha256: string }>`
    select sha256 from unnest(${[...new Set(images.rows.map(({ sha256 }) => sha256))]}::text[]) as gone (sha256)
    where not exists (select from arrivals.image where image.sha256 = gone.sha256)`.execute(tx)
  return { reads: ids.length, pictures: orphans.rows.map(({ sha256 }) => sha256) }
}
