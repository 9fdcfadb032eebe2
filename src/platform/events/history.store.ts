import { sql } from 'kysely'
import type { By, Site } from '#values'
import type { Happening } from '#platform/decisions'
import { prepared, type Database } from '#platform/database'
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
  const versions = await lockStreams(tx, [stream])
  return versions.get(stream) ?? 0
}

/** The same for many, always in the order of their names, so that two who lock the same things wait for each other and never both for ever. */
export async function lockStreams(tx: Database, streams: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ stream: string; version: number }>`${prepared}
    insert into history.stream (stream, version) select name, 0 from unnest(${streams}::text[]) as wanted (name) order by name
    on conflict (stream) do update set version = history.stream.version returning stream, version`.execute(tx)
  return new Map(rows.map(({ stream, version }) => [stream, version]))
}

/** What has happened to one thing: its stream, the version at which the caller locked it, and the new events. */
export interface Appended {
  readonly stream: string
  readonly version: number
  readonly events: readonly Happening[]
}

/** Appends to this site's chain. The caller holds the streams' locks and is inside a transaction. */
export async function appendHistories(tx: Database, by: By, appended: readonly Appended[]): Promise<void> {
  const head = await lockChain(tx, by.site)
  const rows: EntryRow[] = []
  for (const { stream, version, events } of appended) {
    for (const [place, event] of events.entries()) {
      const tail = rows.at(-1)
      rows.push(entryRow(event, { stream, by, seq: (tail?.seq ?? head.seq) + 1, version: version + place + 1, previous: tail?.hash ?? head.hash }))
    }
  }
  const last = rows.at(-1)
  if (last === undefined) return

  await sql`${prepared} insert into history.entry select * from jsonb_populate_recordset(null::history.entry, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
  await sql`${prepared}
    update history.stream set version = reached.version
    from unnest(${appended.map(({ stream }) => stream)}::text[], ${appended.map(({ version, events }) => version + events.length)}::integer[]) as reached (stream, version)
    where history.stream.stream = reached.stream`.execute(tx)
  await on(tx).updateTable('history.chain').set({ seq: last.seq, hash: last.hash }).where('site', '=', by.site).execute()
}

export async function historyOf(db: Database, thing: string, id: string): Promise<readonly HistoryEntry[]> {
  return historyOfStream(db, `${thing}:${id}`)
}

export async function historyOfStream(db: Database, stream: string): Promise<readonly HistoryEntry[]> {
  const rows = await on(db).selectFrom('history.entry').selectAll().where('stream', '=', stream).orderBy('version').execute()
  return rows.map(entryOf)
}

/** The whole history of several things in one question, in the order in which it happened at each site. */
export async function historyOfStreams(db: Database, streams: readonly string[]): Promise<readonly HistoryEntry[]> {
  const rows = await on(db).selectFrom('history.entry').selectAll().where(sql<boolean>`stream = any(${streams}::text[])`).orderBy('site').orderBy('seq').execute()
  return rows.map(entryOf)
}

/** What other officers did to these things since one of them last looked at the subject, in order; nothing where that one never looked. */
export async function othersSinceLook(db: Database, { subject, officerId, streams }: { readonly subject: string; readonly officerId: string; readonly streams: readonly string[] }): Promise<readonly HistoryEntry[]> {
  const { rows } = await sql<EntryRow>`
    with look as (select site, seq from history.entry where stream = ${`look:${subject}`} and by_id = ${officerId} order by version desc limit 1)
    select entry.* from history.entry entry join look on entry.site = look.site and entry.seq > look.seq
    where entry.stream = any(${streams}::text[]) and entry.by_id <> ${officerId} and entry.by_role <> 'machine' order by entry.seq`.execute(db)
  return rows.map(entryOf)
}

/** What happened last to each of these things. */
export async function lastEntries(db: Database, streams: readonly string[]): Promise<readonly HistoryEntry[]> {
  const rows = await on(db)
    .selectFrom('history.stream as last')
    .innerJoin('history.entry as entry', (join) => join.onRef('entry.stream', '=', 'last.stream').onRef('entry.version', '=', 'last.version'))
    .selectAll('entry').where(sql<boolean>`last.stream = any(${streams}::text[])`).execute()
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

/** The one change that history allows: what an entry said and its salt go, its hash stays. */
export async function eraseBodies(tx: Database, site: Site, streams: readonly string[]): Promise<void> {
  if (streams.length > 0) await on(tx).updateTable('history.entry').set({ body: null, salt: null }).where('site', '=', site).where('stream', 'in', streams).execute()
}

/** Holds a site's history until the transaction ends: whoever else is about to write it waits. */
export async function lockChain(tx: Database, site: Site): Promise<{ seq: number; hash: string }> {
  const lock = () => on(tx).selectFrom('history.chain').select(['seq', 'hash']).where('site', '=', site).forUpdate()
  const head = await lock().executeTakeFirst()
  if (head !== undefined) return head
  await on(tx).insertInto('history.chain').values({ site, seq: 0, hash: genesis }).onConflict((row) => row.doNothing()).execute()
  return lock().executeTakeFirstOrThrow()
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
