import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant } from '#values'

/** The number under which this site's database goes on since it was last put back from a copy; 1 for one that never was. */
export async function readIncarnation(db: Database): Promise<number> {
  const { rows } = await sql<{ number: number }>`select coalesce(max(number), 1) as number from platform.incarnation`.execute(db)
  return rows[0]?.number ?? 1
}

export async function beginIncarnation(db: Database, begun: { readonly number: number; readonly at: Instant; readonly why: string }): Promise<void> {
  await sql`insert into platform.incarnation (number, began_at, why) values (${begun.number}, ${begun.at}, ${begun.why}) on conflict do nothing`.execute(db)
}
