import { sql } from 'kysely'
import type { Database } from './connect.ts'
import { migrationsIn } from './migrate.ts'

const on = (db: Database) => db.withTables<{ 'platform.migration': { name: string; sha256: string } }>()

export async function answers(db: Database): Promise<boolean> {
  await sql`select 1`.execute(db)
  return true
}

/** They do not change while this process runs, and readiness is asked every second. */
let ours: Promise<readonly string[]> | undefined

/** Migrations that this version of Juxta has and the database does not. */
export async function unappliedMigrations(db: Database): Promise<readonly string[]> {
  ours ??= migrationsIn().then((migrations) => migrations.map(({ name }) => name))
  const rows = await on(db).selectFrom('platform.migration').select('name').execute()
  const applied = new Set(rows.map(({ name }) => name))
  return (await ours).filter((name) => !applied.has(name))
}
