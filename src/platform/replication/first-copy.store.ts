import type pg from 'pg'
import { lostSlots } from './look-at-peer.store.ts'
import type { Publication } from './publications.ts'
import type { Stream } from './replicated-table.ts'

/**
 * The first copy of a table that waits for ever for a place in the sender's log that it gave up itself. PostgreSQL gives the
 * place up a moment before it writes down that the copy is done; a line that is cut there, or a server killed there, leaves a
 * copy that is whole, is not called so, and takes in nothing any more.
 */
export interface LostCopy {
  readonly lane: Stream
  readonly table: string
  /** The place it asks for. */
  readonly place: string
}

export async function lostCopies(own: pg.ClientBase, peer: pg.ClientBase, publications: readonly Publication[]): Promise<readonly LostCopy[]> {
  const copied = await copiedAndNotDone(own, publications)
  if (copied.length === 0) return []
  const lost = await lostSlots(peer, copied.map(({ place }) => place))
  if (lost.length === 0) return []
  // In this order: whoever gave its place up in good order has written so, or is still at work.
  const atWork = await placesAtWork(own)
  const still = await copiedAndNotDone(own, publications)
  return still.filter(({ place }) => lost.includes(place) && !atWork.includes(place))
}

/**
 * Writes down that a lost copy is done, as far as it came: PostgreSQL then takes in what follows by itself. What came between
 * the copy and now may be missing, and is for whoever calls to copy.
 */
export async function takeUpCopy(own: pg.ClientBase, peer: pg.ClientBase, { place }: LostCopy): Promise<void> {
  await peer.query('select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1 and not active', [place])
  await own.query(
    `update pg_subscription_rel set srsubstate = 's',
       srsublsn = coalesce((select remote_lsn from pg_replication_origin_status where external_id = 'pg_' || srsubid || '_' || srrelid), '0/0')
     where srsubstate = 'f' and ${placeOf('srsubid', 'srrelid')} = $1`, [place],
  )
}

async function copiedAndNotDone(own: pg.ClientBase, publications: readonly Publication[]): Promise<readonly LostCopy[]> {
  const { rows } = await own.query<{ name: string; table: string; place: string }>(
    `select s.subname as name, n.nspname || '.' || c.relname as table, ${placeOf('s.oid', 'r.srrelid')} as place
     from pg_subscription_rel r join pg_subscription s on s.oid = r.srsubid join pg_class c on c.oid = r.srrelid join pg_namespace n on n.oid = c.relnamespace
     where r.srsubstate = 'f' and s.subname = any($1) and s.subdbid = (select oid from pg_database where datname = current_database())`,
    [publications.map(({ name }) => name)],
  )
  const lanes = new Map(publications.map(({ name, stream }) => [name, stream]))
  return rows.flatMap(({ name, ...copy }) => {
    const lane = lanes.get(name)
    return lane === undefined ? [] : [{ ...copy, lane }]
  })
}

async function placesAtWork(own: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await own.query<{ place: string }>(`select ${placeOf('subid', 'relid')} as place from pg_stat_subscription where relid is not null and pid is not null`)
  return rows.map(({ place }) => place)
}

/** As PostgreSQL names it (tablesync.c). */
function placeOf(subscription: string, table: string): string {
  return `'pg_' || ${subscription} || '_sync_' || ${table} || '_' || (select system_identifier from pg_control_system())`
}
