import type pg from 'pg'
import type { Publication } from './publications.ts'

/** Where the publisher is, as PostgreSQL's own client reads it. */
export type ConnectionWords = string

export interface Subscription {
  readonly publication: Publication
  readonly connection: ConnectionWords
}

/** Makes the subscription on a place that is kept for it already, or points it to where the publisher is now and takes in tables that are new. */
export async function subscribe(client: pg.ClientBase, { publication, connection }: Subscription): Promise<void> {
  const { name } = publication
  const known = await connectionOf(client, name)
  if (known === undefined) {
    await client.query(`create subscription ${name} connection ${client.escapeLiteral(connection)} publication ${name} with (create_slot = false, copy_data = true, origin = any, streaming = parallel)`)
    return
  }
  if (known !== connection) await client.query(`alter subscription ${name} connection ${client.escapeLiteral(connection)}`)
  if (await hasNewTables(client, publication)) await client.query(`alter subscription ${name} refresh publication with (copy_data = true)`)
}

export async function isSubscribed(client: pg.ClientBase, name: string): Promise<boolean> {
  return (await connectionOf(client, name)) !== undefined
}

export async function isPublished(publisher: pg.ClientBase, name: string): Promise<boolean> {
  const { rowCount } = await publisher.query('select from pg_publication where pubname = $1', [name])
  return rowCount === 1
}

async function connectionOf(client: pg.ClientBase, name: string): Promise<ConnectionWords | undefined> {
  const { rows } = await client.query<{ subconninfo: string }>(
    'select subconninfo from pg_subscription where subname = $1 and subdbid = (select oid from pg_database where datname = current_database())', [name],
  )
  return rows[0]?.subconninfo
}

async function hasNewTables(client: pg.ClientBase, { name, tables }: Publication): Promise<boolean> {
  const { rows } = await client.query<{ known: string }>(
    `select n.nspname || '.' || c.relname as known
     from pg_subscription_rel r join pg_subscription s on s.oid = r.srsubid join pg_class c on c.oid = r.srrelid join pg_namespace n on n.oid = c.relnamespace
     where s.subname = $1`,
    [name],
  )
  const known = new Set(rows.map((row) => row.known))
  return tables.length !== known.size || tables.some(({ table }) => !known.has(table))
}

/**
 * Keeps a place in the publisher's log for a new subscriber, in a transaction of its own: were it made along with the
 * subscription, two sites that subscribe to each other at one moment would wait for each other for ever. A place kept for a
 * subscriber that was set up anew is of no use to the new one and would fill the disk.
 */
export async function keepPlace(publisher: pg.ClientBase, name: string): Promise<void> {
  await publisher.query('select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1 and not active', [name])
  await publisher.query("select pg_create_logical_replication_slot($1, 'pgoutput')", [name])
}
