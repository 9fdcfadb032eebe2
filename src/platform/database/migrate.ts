import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { CannotStart } from '#platform/config'

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

const folder = fileURLToPath(new URL('../../../database/migrations/', import.meta.url))

/** Any number will do as long as no other part of Juxta takes the same lock. */
const migrationLock = 26_02_1993

const ledger = `
  create schema if not exists platform;
  create table if not exists platform.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())
`

/** Every migration in the order of its name. */
export async function migrationsIn(place: string = folder): Promise<readonly Migration[]> {
  const names = (await readdir(place)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(names.map(async (name) => {
    const sql = await readFile(new URL(name, `file://${place.endsWith('/') ? place : `${place}/`}`), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  }))
}

/** Brings the database up to this version of Juxta and answers the names of what was new. */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    // One at a time, should two processes start on one database; the lock goes with the connection.
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(ledger)
    const applied = await appliedTo(client)
    refuseChanged(migrations, applied)
    const fresh = migrations.filter(({ name }) => !applied.has(name))
    for (const migration of fresh) await apply(client, migration)
    return fresh.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function appliedTo(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from platform.migration')
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]))
}

function refuseChanged(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const changed = migrations.find(({ name, sha256 }) => applied.has(name) && applied.get(name) !== sha256)
  if (changed !== undefined) {
    throw new CannotStart(`The migration ${changed.name} was changed after this database had applied it: put the file back as it was and write the change as a new migration, or begin anew with --fresh.`)
  }
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw new Error(`The migration ${name} failed`, { cause: fault })
  }
}
