import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aDatabase } from '#test/database'
import { replicatedTables, tablesThatStay } from './replicated-tables.ts'

describe('the list of tables that travel', async () => {
  const db = await aDatabase()
  const { rows } = await sql<{ name: string; key: boolean }>`
    select n.nspname || '.' || c.relname as name, exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as key
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attname = 'site' and a.attnotnull and c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg%'`.execute(db)
  const withSite = rows.map(({ name }) => name)

  test('names only tables whose rows say whose they are', () => {
    assert.deepEqual(replicatedTables.map(({ table }) => table).filter((table) => !withSite.includes(table)), [])
  })

  test('names only tables with a key, without which a change could not be found at the other end', () => {
    assert.deepEqual(rows.filter(({ name, key }) => !key && replicatedTables.some(({ table }) => table === name)), [])
  })

  test('leaves no table with a site undecided', () => {
    const decided = [...replicatedTables.map(({ table }) => table), ...Object.keys(tablesThatStay)]
    assert.deepEqual(withSite.filter((table) => !decided.includes(table)), [])
  })
})
