import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aConnection } from '#test/database'
import { migrate, migrationsIn, type Migration } from './migrate.ts'

const one: Migration = { name: '9001-rehearsal.sql', sql: 'create schema rehearsal; create table rehearsal.one (id int)', sha256: 'a' }
const broken: Migration = { name: '9002-rehearsal.sql', sql: 'create table rehearsal.two (id int); select 1/0', sha256: 'b' }

describe('a migration', async () => {
  const { db, url } = await aConnection()
  const shipped = await migrationsIn()

  test('is applied once', async () => {
    assert.deepEqual(await migrate(url, [...shipped, one]), [one.name])
    assert.deepEqual(await migrate(url, [...shipped, one]), [])
  })

  test('is refused when its file was changed after it had been applied', async () => {
    await migrate(url, [...shipped, one])
    await assert.rejects(migrate(url, [...shipped, { ...one, sha256: 'other' }]), /9001-rehearsal\.sql was changed after/)
  })

  test('leaves nothing behind when it fails half way', async () => {
    await assert.rejects(migrate(url, [...shipped, one, broken]), /9002-rehearsal\.sql failed/)
    const { rows } = await sql<{ found: string | null }>`select to_regclass('rehearsal.two')::text found`.execute(db)
    assert.deepEqual(rows, [{ found: null }])
  })
})
