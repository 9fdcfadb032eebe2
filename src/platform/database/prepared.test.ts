import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aDatabase } from '#test/database'
import { prepared } from './prepared.ts'

const db = await aDatabase()
const double = (number: number, on = db) => sql<{ twice: number }>`${prepared} select ${number}::integer * 2 as twice`.execute(on)

describe('a statement marked as prepared', () => {
  test('answers as any other', async () => {
    assert.deepEqual((await double(21)).rows, [{ twice: 42 }])
  })

  test('is planned once on a connection, however often it is asked', async () => {
    await db.connection().execute(async (one) => {
      for (const number of [1, 2, 3]) await double(number, one)
      await sql`select ${1}::integer as plain`.execute(one)
      const { rows } = await sql<{ statement: string; asked: number }>`select statement, (generic_plans + custom_plans)::integer as asked from pg_prepared_statements where statement like '/* prepared */%'`.execute(one)
      assert.deepEqual(rows.map(({ asked }) => asked >= 3), [true])
    })
  })

  test('may be one that the query builder writes', async () => {
    await db.connection().execute(async (one) => {
      const tables = one.withTables<{ 'pg_catalog.pg_namespace': { nspname: string } }>()
      assert.deepEqual(await tables.selectFrom('pg_catalog.pg_namespace').modifyFront(prepared).select('nspname').where('nspname', '=', 'pg_catalog').execute(), [{ nspname: 'pg_catalog' }])
      const { rows } = await sql`select statement from pg_prepared_statements where statement like 'select /* prepared */ "nspname"%'`.execute(one)
      assert.equal(rows.length, 1)
    })
  })

  test('can be asked again on the connection where it failed', async () => {
    const divide = (by: number, on = db) => sql<{ part: number }>`${prepared} select 6 / ${by}::integer as part`.execute(on)
    await db.connection().execute(async (one) => {
      await assert.rejects(divide(0, one), /division by zero/)
      assert.deepEqual((await divide(3, one)).rows, [{ part: 2 }])
    })
  })
})
