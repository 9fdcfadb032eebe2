import { sql } from 'kysely'
import type { By, Site } from '#values'
import type { Happening } from '#platform/decisions'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { newSalt } from './canonical.ts'
import { bodyHash, entryHash, entryOf, genesis, type EntryRow, type HistoryEntry } from './history-entry.ts'

type HistoryTables = {
  'history.chain': { site: Site; seq: number; hash: string }
  'history.stream': { stream: string; version: number }
  'history.entry': EntryRow
}

const on = (db: Database) => db.withTables<HistoryTables>()

/** Locks the thing for this transaction and answers its version; 0 for one that nothing has happened to yet. */
export async function lockStream(tx: Database, stream: string): Promise<number> {
  await on(tx).insertInto('history.stream').values({ stream, version: 0 }).onConflict((row) => row.doNothing()).execute()
  const row = await on(tx).selectFrom('history.stream').select('version').where('stream', '=', stream).forUpdate().executeTakeFirstOrThrow()
  return row.version
}

/** Where events are appended: the thing's stream, at the version the caller locked, by whom. */
export interface Append {
  readonly stream: string
  readonly version: number
  readonly by: By
}

/** Appends to this site's chain. The caller holds the stream's lock and is inside a transaction. */
export async function appendHistory(tx: Database, { stream, version: after, by }: Append, events: readonly Happening[]): Promise<void> {
  const head = await lockChain(tx, by.site)
  const rows: EntryRow[] = []
  for (const event of events) {
    const tail = rows.at(-1)
    const seq = (tail?.seq ?? head.seq) + 1
    rows.push(entryRow(event, { stream, by, seq, version: after + rows.length + 1, previous: tail?.hash ?? head.hash }))
  }
  const last = rows.at(-1)
  if (last === undefined) return

  await on(tx).insertInto('history.entry').values(rows.map(asJson)).execute()
  await on(tx).updateTable('history.stream').set({ version: last.version }).where('stream', '=', stream).execute()
  await on(tx).updateTable('history.chain').set({ seq: last.seq, hash: last.hash }).where('site', '=', by.site).execute()
}

export async function historyOf(db: Database, thing: string, id: string): Promise<readonly HistoryEntry[]> {
  return historyOfStream(db, `${thing}:${id}`)
}

export async function historyOfStream(db: Database, stream: string): Promise<readonly HistoryEntry[]> {
  const rows = await on(db).selectFrom('history.entry').selectAll().where('stream', '=', stream).orderBy('version').execute()
  return rows.map(entryOf)
}

export async function readEntry(db: Database, id: string): Promise<HistoryEntry | undefined> {
  const row = await on(db).selectFrom('history.entry').selectAll().where('id', '=', id).executeTakeFirst()
  return row && entryOf(row)
}

/** Every thing of one kind that this database holds history of, by id. */
export async function idsWithHistory(db: Database, thing: string): Promise<readonly string[]> {
  const rows = await on(db).selectFrom('history.entry').select('stream').distinct().where('stream', 'like', `${thing}:%`).execute()
  return rows.map((row) => row.stream.slice(thing.length + 1))
}

/** A stretch of one site's chain, in order, as the rows stand. */
export async function chainRows(db: Database, site: Site, afterSeq: number, limit: number): Promise<readonly EntryRow[]> {
  return on(db).selectFrom('history.entry').selectAll().where('site', '=', site).where('seq', '>', afterSeq).orderBy('seq').limit(limit).execute()
}

/** How far the site itself says its chain reaches; undefined where this database is not that site's own. */
export async function chainHead(db: Database, site: Site): Promise<{ seq: number; hash: string } | undefined> {
  return on(db).selectFrom('history.chain').select(['seq', 'hash']).where('site', '=', site).executeTakeFirst()
}

export async function sitesWithHistory(db: Database): Promise<readonly Site[]> {
  const rows = await on(db).selectFrom('history.entry').select('site').distinct().orderBy('site').execute()
  return rows.map((row) => row.site)
}

async function lockChain(tx: Database, site: Site): Promise<{ seq: number; hash: string }> {
  await on(tx).insertInto('history.chain').values({ site, seq: 0, hash: genesis }).onConflict((row) => row.doNothing()).execute()
  return on(tx).selectFrom('history.chain').select(['seq', 'hash']).where('site', '=', site).forUpdate().executeTakeFirstOrThrow()
}

interface Place {
  readonly stream: string
  readonly by: By
  readonly seq: number
  readonly version: number
  readonly previous: string
}

function entryRow(event: Happening, { stream, by, seq, version, previous }: Place): EntryRow {
  const salt = newSalt()
  const { under = [], ...facts } = event
  const body = JSON.parse(JSON.stringify(facts)) as Happening
  const unhashed = {
    id: newId(), site: by.site, seq, stream, version, type: event.type, body_hash: bodyHash(salt, body),
    by_id: by.officerId, by_name: by.name, by_role: by.role, at: by.at, reason: by.reason ?? null, under, previous,
  }
  return { ...unhashed, body, salt, hash: entryHash(unhashed) }
}

function asJson(row: EntryRow) {
  return { ...row, body: sql<Happening>`${JSON.stringify(row.body)}::jsonb`, under: sql<[]>`${JSON.stringify(row.under)}::jsonb` }
}
