import { sql } from 'kysely'
import type { Database } from './connect.ts'
import { migrationsIn } from './migrate.ts'

const on = (db: Database) => db.withTables<{ 'platform.migration': { name: string; sha256: string } }>()

export async function answers(db: Database): Promise<boolean> {
  await sql`select 1`.execute(db)
  return true
}

/** Migrations that this version of Juxta has and the database does not. */
export async function unappliedMigrations(db: Database): Promise<readonly string[]> {
  const rows = await on(db).selectFrom('platform.migration').select('name').execute()
  const applied = new Set(rows.map(({ name }) => name))
  return (await migrationsIn()).map(({ name }) => name).filter((name) => !applied.has(name))
}
