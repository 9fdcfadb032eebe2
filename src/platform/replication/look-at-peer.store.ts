import type pg from 'pg'
import type { Site } from '#values'

/** Where a database is in its own log, and under which number it goes on. */
export interface Place {
  readonly incarnation: number
  readonly walLsn: string
}

export async function readPlace(client: pg.ClientBase): Promise<Place> {
  const { rows } = await client.query<Place>('select coalesce(max(number), 1)::int as incarnation, pg_current_wal_lsn()::text as "walLsn" from platform.incarnation')
  const [place] = rows
  if (place === undefined) throw new Error('A database did not say where it is')
  return place
}

export async function lostSlots(peer: pg.ClientBase, names: readonly string[]): Promise<readonly string[]> {
  const { rows } = await peer.query<{ name: string }>(
    `select wanted.name from unnest($1::text[]) as wanted (name) left join pg_replication_slots s on s.slot_name = wanted.name
     where s.slot_name is null or s.wal_status = 'lost' or s.invalidation_reason is not null`, [names],
  )
  return rows.map(({ name }) => name)
}

/** Remembers under which numbers the two databases were joined. */
export async function rememberJoin(own: pg.ClientBase, peer: Site, there: Place): Promise<void> {
  await own.query(
    `insert into platform.joined_peer (peer, peer_incarnation, own_incarnation, joined_at)
     select $1, $2, coalesce(max(number), 1), clock_timestamp() from platform.incarnation
     on conflict (peer) do update set peer_incarnation = excluded.peer_incarnation, own_incarnation = excluded.own_incarnation, joined_at = excluded.joined_at`,
    [peer, there.incarnation],
  )
}

/**
 * Whether either database was put back from a copy since they were joined. It says so itself by its number; and where
 * nobody noticed, we have read further in its log than the log reaches now.
 */
export async function restoredFrom(own: pg.ClientBase, peer: Site, there: Place): Promise<string | undefined> {
  const { rows } = await own.query<{ peer: number; own: number; now: number }>(
    'select peer_incarnation as peer, own_incarnation as own, (select coalesce(max(number), 1)::int from platform.incarnation) as now from platform.joined_peer where peer = $1', [peer],
  )
  const [joined] = rows
  if (joined === undefined) return undefined
  if (joined.peer !== there.incarnation) return 'it says so'
  if (joined.own !== joined.now) return 'this site was'
  return (await hasReadBeyond(own, peer, there.walLsn)) ? 'its log is shorter than what was read of it' : undefined
}

async function hasReadBeyond(own: pg.ClientBase, peer: Site, walLsn: string): Promise<boolean> {
  const { rows } = await own.query(
    `select from pg_subscription s join pg_replication_origin_status o on o.external_id = 'pg_' || s.oid
     where s.subdbid = (select oid from pg_database where datname = current_database())
       and s.subname like 'juxta\\_' || $1 || '\\_to\\_%' and o.remote_lsn > $2::pg_lsn`,
    [peer, walLsn],
  )
  return rows.length > 0
}

export interface PublishedColumns {
  readonly name: string
  readonly table: string
  readonly columns: readonly string[]
}

export async function columnsPublished(peer: pg.ClientBase, names: readonly string[]): Promise<readonly PublishedColumns[]> {
  const { rows } = await peer.query<PublishedColumns>(
    `select pubname::text as name, schemaname || '.' || tablename as table, attnames::text[] as columns from pg_publication_tables where pubname = any($1)`, [names],
  )
  return rows
}

export async function ownColumns(own: pg.ClientBase): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await own.query<{ table: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as table, array_agg(a.attname::text) as columns
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
     group by 1`,
  )
  return new Map(rows.map(({ table, columns }) => [table, new Set(columns)]))
}
