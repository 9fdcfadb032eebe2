import pg from 'pg'
import { publicationsBetween, type Publication } from '../publications.ts'
import type { ReplicatedTable } from '../replicated-table.ts'
import type { Site } from '#values'

export interface Renewal {
  /** The database that receives. */
  readonly url: string
  readonly at: Site
  readonly from: Site
  readonly tables: readonly ReplicatedTable[]
}

/**
 * Forgets all that came from a peer, so that the site, which tries to join its peers all the time, subscribes and copies it
 * anew. What is forgotten is only ever a copy: the filter of each table says which rows the peer sends.
 */
export async function renewLink({ url, at, from, tables }: Renewal): Promise<readonly string[]> {
  const publications = publicationsBetween(from, at, tables)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    for (const publication of publications) await unsubscribe(client, publication)
    // Copies fire none of the rules that keep a site's own rows from being removed.
    await client.query("set local session_replication_role = 'replica'")
    for (const publication of publications) await forget(client, publication)
    await client.query('commit')
  } finally {
    await client.end()
  }
  return publications.map(({ name }) => name)
}

async function unsubscribe(client: pg.Client, { name }: Publication): Promise<void> {
  const { rowCount } = await client.query('select from pg_subscription where subname = $1', [name])
  if (rowCount === 0) return
  // Without its slot the peer need not be there; the peer's own copy of the slot is replaced when we join it again.
  await client.query(`alter subscription ${name} disable`)
  await client.query(`alter subscription ${name} set (slot_name = none)`)
  await client.query(`drop subscription ${name}`)
}

async function forget(client: pg.Client, { tables }: Publication): Promise<void> {
  for (const { table, filter } of tables) await client.query(`delete from ${table}${filter === undefined ? '' : ` where ${filter}`}`)
}
