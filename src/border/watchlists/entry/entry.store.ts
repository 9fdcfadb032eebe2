import { sql } from 'kysely'
import type { CalendarDate, Instant, Plate, Port, Site } from '#values'
import { prepared, type Database } from '#platform/database'
import type { ThingOfMany } from '#platform/events'
import { entriesPerPage } from '../limits.ts'
import { evolveEntry, type Entry, type EntryEvent, type Handling, type Marker } from './entry.ts'

interface EntryRow {
  id: string
  site: Site
  list_id: string
  plate: Plate
  country: string | null
  reason_en: string
  reason_fr: string
  handling: Handling
  markers: readonly Marker[]
  ports: readonly Port[]
  starts_on: CalendarDate
  last_day_on: CalendarDate
  review_on: CalendarDate
  status: Entry['status']
  added_by: string
  confirmed_by: string | null
  withdrawn_at: Instant | null
}

type EntryTables = { 'watchlists.entry': EntryRow }

const on = (db: Database) => db.withTables<EntryTables>()

export async function readEntryOfList(db: Database, id: string): Promise<Entry | undefined> {
  const row = await on(db).selectFrom('watchlists.entry').selectAll().where('id', '=', id).executeTakeFirst()
  return row && entryOf(row)
}

export async function entriesWithIds(db: Database, ids: readonly string[]): Promise<readonly Entry[]> {
  const rows = await on(db).selectFrom('watchlists.entry').modifyFront(prepared).selectAll().where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
  return rows.map(entryOf)
}

/** Every entry that exactly this plate ever had, whatever became of it, the newest first. */
export async function entriesOfPlate(db: Database, plate: Plate): Promise<readonly Entry[]> {
  const rows = await on(db).selectFrom('watchlists.entry').selectAll().where('plate', '=', plate).orderBy('id', 'desc').limit(entriesPerPage).execute()
  return rows.map(entryOf)
}

interface EntryIdsAsked {
  readonly listIds: readonly string[]
  readonly today: CalendarDate
  /** Ids above this one, so that any number can be walked through in parts. */
  readonly after: string
  readonly most: number
}

/** Entries of these lists that alert or will, by id alone. */
export async function activeEntryIds(db: Database, { listIds, today, after, most }: EntryIdsAsked): Promise<readonly string[]> {
  const rows = await on(db).selectFrom('watchlists.entry').select('id').where(sql<boolean>`list_id = any(${listIds}::uuid[])`)
    .where('status', '=', 'active').where('last_day_on', '>=', today).where('id', '>', after).orderBy('id').limit(most).execute()
  return rows.map(({ id }) => id)
}

/** One page of a list, the entries that still alert first, then the newest. */
export async function entriesOfList(db: Database, listId: string, page: { offset: number; limit: number }): Promise<readonly Entry[]> {
  const rows = await on(db).selectFrom('watchlists.entry').selectAll().where('list_id', '=', listId)
    .orderBy('status').orderBy('id', 'desc').offset(page.offset).limit(page.limit).execute()
  return rows.map(entryOf)
}

/** The plates of a list that alert, or will. */
export async function activePlatesOfList(db: Database, listId: string, today: CalendarDate): Promise<ReadonlySet<Plate>> {
  const rows = await on(db).selectFrom('watchlists.entry').select('plate').where('list_id', '=', listId).where('status', '=', 'active').where('last_day_on', '>=', today).execute()
  return new Set(rows.map(({ plate }) => plate))
}

interface Waiting {
  readonly today: CalendarDate
  readonly endingBy: CalendarDate
  readonly listId: string | undefined
  readonly most: number
}

/** Active entries that want a person: a review is due, the end is near, or a stop has no second person. The most pressing first. */
export async function waitingEntries(db: Database, { today, endingBy, listId, most }: Waiting): Promise<readonly Entry[]> {
  const all = on(db).selectFrom('watchlists.entry').selectAll().where('status', '=', 'active').where('last_day_on', '>=', today)
    .where((row) => row.or([row('review_on', '<=', today), row('last_day_on', '<=', endingBy), row.and([row('handling', '=', 'stop'), row('confirmed_by', 'is', null)])]))
  const rows = await (listId === undefined ? all : all.where('list_id', '=', listId)).orderBy('review_on').orderBy('last_day_on').limit(most).execute()
  return rows.map(entryOf)
}

/** Every entry that may alert now or later at this port; the day itself is judged at each match. */
export async function entriesForPort(db: Database, port: Port): Promise<readonly Entry[]> {
  const rows = await on(db).selectFrom('watchlists.entry').selectAll()
    .where('status', '=', 'active').where(sql<boolean>`${port} = any(ports)`).execute()
  return rows.map(entryOf)
}

export interface ListCount {
  readonly listId: string
  readonly active: number
  readonly awaiting: number
  readonly reviewDue: number
}

/** What each list holds today: entries that alert, stops nobody has confirmed, reviews that are due. */
export async function countEntries(db: Database, today: CalendarDate): Promise<readonly ListCount[]> {
  const rows = await on(db).selectFrom('watchlists.entry')
    .where('status', '=', 'active').where('last_day_on', '>=', today).groupBy('list_id')
    .select(['list_id', sql<number>`count(*)`.as('active')])
    .select(sql<number>`count(*) filter (where handling = 'stop' and confirmed_by is null)`.as('awaiting'))
    .select(sql<number>`count(*) filter (where review_on <= ${today})`.as('review_due')).execute()
  return rows.map(({ list_id, active, awaiting, review_due }) => ({ listId: list_id, active, awaiting, reviewDue: review_due }))
}

export async function countEntriesOfList(db: Database, listId: string): Promise<number> {
  const { count } = await on(db).selectFrom('watchlists.entry').where('list_id', '=', listId).select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  return count
}

/** Named apart from an entry of history: this is a vehicle on a list. */
export const watchlistEntry: ThingOfMany<Entry, EntryEvent> = {
  name: 'watchlist-entry',
  evolve: evolveEntry,
  read: readEntryOfList,
  save: (tx, id, entry) => saveEntries(tx, new Map([[id, entry]])),
  readAll: async (db, ids) => new Map((await entriesWithIds(db, ids)).map((entry) => [entry.id, entry])),
  saveAll: saveEntries,
}

async function saveEntries(tx: Database, saved: ReadonlyMap<string, Entry>): Promise<void> {
  const rows = [...saved.values()].map(rowOf)
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')
  await sql`
    insert into watchlists.entry (id, ${sql.join(columns.map((column) => sql.ref(column)))})
    select id, ${sql.join(columns.map((column) => sql.ref(column)))} from jsonb_populate_recordset(null::watchlists.entry, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set (${sql.join(columns.map((column) => sql.ref(column)))}) = row (${sql.join(columns.map((column) => sql.ref(`excluded.${column}`)))})`.execute(tx)
}

function entryOf(row: EntryRow): Entry {
  const { id, site, plate, country, handling, markers, ports, status } = row
  return {
    id, site, plate, country, handling, markers, ports, status,
    listId: row.list_id, reasonEn: row.reason_en, reasonFr: row.reason_fr, startsOn: row.starts_on,
    lastDayOn: row.last_day_on, reviewOn: row.review_on, addedBy: row.added_by, confirmedBy: row.confirmed_by, withdrawnAt: row.withdrawn_at,
  }
}

function rowOf(entry: Entry): EntryRow {
  const { id, site, plate, country, handling, markers, ports, status } = entry
  return {
    id, site, plate, country, handling, markers, ports, status,
    list_id: entry.listId, reason_en: entry.reasonEn, reason_fr: entry.reasonFr, starts_on: entry.startsOn,
    last_day_on: entry.lastDayOn, review_on: entry.reviewOn, added_by: entry.addedBy, confirmed_by: entry.confirmedBy, withdrawn_at: entry.withdrawnAt,
  }
}
