import type pg from 'pg'
import { CannotStart } from '#platform/config'
import type { Publication, PublishedTable } from './publications.ts'

/** Makes each publication, or brings it up to date when the list of tables has changed. */
export async function publish(client: pg.ClientBase, publications: readonly Publication[]): Promise<void> {
  for (const { tables } of publications) for (const table of tables) await prepareTable(client, table)
  for (const publication of publications) await publishOne(client, publication)
}

/** Not sent, and looked at by those who join: whether this is still the database that they were joined to. */
const alsoRead: readonly string[] = ['platform.incarnation']

/** Lets the other sites in: to read the published tables and hardly anything else. */
export async function admitReplicator(client: pg.ClientBase, password: string, publications: readonly Publication[]): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = 'replicator'")
  const verb = rowCount === 0 ? 'create' : 'alter'
  await client.query(`${verb} role replicator login replication password ${client.escapeLiteral(password)}`)
  const tables = new Set(publications.flatMap((publication) => publication.tables.map(({ table }) => table)))
  for (const table of [...tables, ...alsoRead]) {
    await client.query(`grant usage on schema ${client.escapeIdentifier(schemaOf(table))} to replicator`)
    await client.query(`grant select on ${quoted(client, table)} to replicator`)
  }
}

async function publishOne(client: pg.ClientBase, { name, tables }: Publication): Promise<void> {
  const list = tables.map(({ table, filter }) => quoted(client, table) + (filter === undefined ? '' : ` where (${filter})`)).join(', ')
  const { rows } = await client.query<{ comment: string | null }>("select obj_description(oid, 'pg_publication') as comment from pg_publication where pubname = $1", [name])
  const existing = rows[0]
  if (existing?.comment === list) return
  // A table dropped here stays at the other end, and a truncated one too: neither is a way to take back what was sent.
  const statement = existing === undefined
    ? `create publication ${name} for table ${list} with (publish = 'insert, update, delete', publish_via_partition_root = true)`
    : `alter publication ${name} set table ${list}`
  await client.query(statement)
  await client.query(`comment on publication ${name} is ${client.escapeLiteral(list)}`)
}

/**
 * A filter on `site` can only judge a change or removal when the log holds the old row's `site`: as part of its key, or
 * because the old row is written to the log whole.
 */
async function prepareTable(client: pg.ClientBase, { table, filter }: PublishedTable): Promise<void> {
  const { rows } = await client.query<{ found: string | null }>('select to_regclass($1)::text as found', [table])
  if (typeof rows[0]?.found !== 'string') throw new CannotStart(`The table ${table} is listed for replication and does not exist: correct src/app/replicated-tables.ts or add its migration.`)
  if (filter === undefined) return
  const parts = await client.query<{ part: string }>(partsWithoutSite, [table])
  for (const { part } of parts.rows) await client.query(`alter table ${part} replica identity full`)
}

/** The table and its partitions, where the key does not say whose the row is and the log does not hold the whole row yet. */
const partsWithoutSite = `
  select c.oid::regclass::text as part
  from pg_class c
  where (c.oid = $1::regclass or c.oid in (select relid from pg_partition_tree($1::regclass)))
    and c.relreplident = 'd'
    and not exists (
      select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary and a.attname = 'site'
    )
`

function quoted(client: pg.ClientBase, table: string): string {
  return table.split('.').map((name) => client.escapeIdentifier(name)).join('.')
}

function schemaOf(table: string): string {
  return table.split('.')[0] ?? table
}
