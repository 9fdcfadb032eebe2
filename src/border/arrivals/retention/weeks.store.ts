import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database'
import { firstIdAt } from '#platform/identity'
import { daysAfter, epochMsOf, instant, type CalendarDate, type Site } from '#values'
import { folded } from '../crossing/crossing.store.ts'
import { dropPatienceMs } from '../limits.ts'

/** Tables that are divided by the week, pictures apart: they are forgotten sooner. */
export const seenTables = ['plate_read', 'crossing', 'crossing_plate'] as const

export const dividedTables = [...seenTables, 'image'] as const

export type DividedTable = (typeof dividedTables)[number]

/** The ids that lie in a week: from the first to the first of the next. */
export function idsOf(monday: CalendarDate): { readonly from: string; readonly to: string } {
  return { from: firstIdAt(epochMsOf(instant(`${monday}T00:00:00Z`))), to: firstIdAt(epochMsOf(instant(`${daysAfter(7, monday)}T00:00:00Z`))) }
}

/** In one transaction, because a week with a part missing would take in what belongs to another. */
export async function makeWeek(db: Database, monday: CalendarDate): Promise<void> {
  await patiently(db, async (tx) => {
    for (const table of dividedTables) await sql`select arrivals.make_week_of(${table}, ${monday}::date)`.execute(tx)
  })
}

/** The weeks a table has, the oldest first. */
export async function weeksOf(db: Database, table: DividedTable): Promise<readonly CalendarDate[]> {
  const { rows } = await sql<{ monday: CalendarDate }>`
    select to_date(right(week.relname, 8), 'YYYYMMDD') as monday from pg_inherits join pg_class week on week.oid = inhrelid
    where inhparent = ${`arrivals.${table}`}::regclass and week.relname like '%\\_week\\_%' order by 1`.execute(db)
  return rows.map(({ monday }) => monday)
}

export async function countWeek(db: Database, table: DividedTable, monday: CalendarDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${weekTable(table, monday)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A table that is dropped costs the same however many rows it had. What was proven of them over the links goes with them. */
export async function dropWeek(tx: Database, table: DividedTable, monday: CalendarDate): Promise<void> {
  const { from, to } = idsOf(monday)
  await sql`drop table ${weekTable(table, monday)}`.execute(tx)
  await sql`select platform.forget_proof(${`arrivals.${table}`}, ${from}::uuid, ${to}::uuid)`.execute(tx)
}

/** Where some rows of a week have still to be kept, the others go one by one. */
export async function emptyWeek(tx: Database, monday: CalendarDate, spared: readonly string[]): Promise<void> {
  await sql`delete from ${weekTable('crossing', monday)} where id <> all(${spared}::uuid[])`.execute(tx)
  await sql`delete from ${weekTable('plate_read', monday)} where id not in (select unnest(coalesce(read_ids, '{}') || read_id) from arrivals.crossing_plate where crossing_id = any(${spared}::uuid[]))`.execute(tx)
  await sql`delete from ${weekTable('crossing_plate', monday)} where crossing_id <> all(${spared}::uuid[])`.execute(tx)
}

/** Gives a week that is over its index of plates by their parts; without it the search of that week reads all of it. */
export async function indexWeek(db: Database, monday: CalendarDate): Promise<void> {
  const bare = `crossing_plate_week_${monday.replaceAll('-', '')}_by_parts`
  const { rows: [there] } = await sql<{ whole: boolean }>`select indisvalid as whole from pg_index where indexrelid = to_regclass(${`arrivals.${bare}`})`.execute(db)
  if (there?.whole === true) return
  if (there !== undefined) await sql`drop index ${sql.table(`arrivals.${bare}`)}`.execute(db)
  await sql`create index concurrently ${sql.ref(bare)} on ${weekTable('crossing_plate', monday)} using gin (${folded(sql`plate`)} gin_trgm_ops)`.execute(db)
}

/** Which rows that lie in no week have to go: a camera's clock was far out, or the week was made too late. */
export interface Strays {
  readonly site: Site
  /** The first id that may stay. */
  readonly before: string
  /** Crossings that something rests on. */
  readonly kept: readonly string[]
}

export async function deleteOwnStrays(tx: Database, { site, before, kept }: Strays): Promise<number> {
  return deleteFromRest(tx, { before, kept }, sql`site = ${site}`)
}

/** Copies of other sites' rows go without a word to the links: their owner forgets its own, and says so. */
export async function deleteCopiedStrays(tx: Database, { site, before, kept }: Strays): Promise<void> {
  await sql`set local session_replication_role = 'replica'`.execute(tx)
  await deleteFromRest(tx, { before, kept }, sql`site <> ${site}`)
  for (const table of seenTables) await sql`select platform.forget_proof(${`arrivals.${table}`}, ${firstIdAt(0)}::uuid, ${before}::uuid)`.execute(tx)
}

async function deleteFromRest(tx: Database, { before, kept }: Omit<Strays, 'site'>, whose: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ reads: number }>`
    with read as (delete from arrivals.plate_read_rest where ${whose} and id < ${before}
      and id not in (select unnest(coalesce(read_ids, '{}') || read_id) from arrivals.crossing_plate where crossing_id = any(${kept}::uuid[])) returning id),
    plate as (delete from arrivals.crossing_plate_rest where ${whose} and id < ${before} and crossing_id <> all(${kept}::uuid[])),
    crossing as (delete from arrivals.crossing_rest where ${whose} and id < ${before} and id <> all(${kept}::uuid[]))
    select count(*) as reads from read`.execute(tx)
  return rows[0]?.reads ?? 0
}

/** Whoever reads the table at this moment is waited for, and no longer than is told: reads that come in wait behind us. */
export async function patiently<Result>(db: Database, work: (tx: Database) => Promise<Result>): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('lock_timeout', ${`${dropPatienceMs}ms`}, true)`.execute(tx)
    return work(tx)
  })
}

function weekTable(table: DividedTable, monday: CalendarDate) {
  return sql.table(`arrivals.${table}_week_${monday.replaceAll('-', '')}`)
}
