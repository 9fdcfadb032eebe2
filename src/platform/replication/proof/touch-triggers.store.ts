import type pg from 'pg'
import type { ReplicatedTable } from '../replicated-table.ts'
import type { RangeKey } from './range.ts'

const events = [
  { event: 'insert', rows: 'new table as new_rows' },
  { event: 'update', rows: 'old table as old_rows new table as new_rows' },
  { event: 'delete', rows: 'old table as old_rows' },
] as const

/**
 * Lets each statement on a table that travels leave its touches. Made at start like the publications, from the same list;
 * a table that a migration has replaced gets its own again.
 */
export async function placeTouches(client: pg.ClientBase, tables: readonly ReplicatedTable[], keys: ReadonlyMap<string, RangeKey>): Promise<void> {
  for (const { table, stream } of tables) {
    const key = keys.get(table)
    if (key === undefined) throw new Error(`${table} has no key to be proven by`)
    const words = [stream, table, key.column].map((word) => client.escapeLiteral(word)).join(', ')
    for (const { event, rows } of events) await placeOne(client, { table, event, rows, words })
  }
}

interface Touch {
  readonly table: string
  readonly event: string
  readonly rows: string
  readonly words: string
}

async function placeOne(client: pg.ClientBase, { table, event, rows, words }: Touch): Promise<void> {
  const name = `${event}_is_touched`
  const { rows: standing } = await client.query<{ definition: string }>('select pg_get_triggerdef(oid) as definition from pg_trigger where tgrelid = $1::regclass and tgname = $2', [table, name])
  if (standing[0]?.definition.endsWith(`platform.touch(${words})`) === true) return
  // Replacing takes a lock on the table, so it is done only where something has changed.
  await client.query(`create or replace trigger ${name} after ${event} on ${table} referencing ${rows} for each statement execute function platform.touch(${words})`)
}
