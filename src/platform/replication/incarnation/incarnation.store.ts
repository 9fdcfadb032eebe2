import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Site } from '#values'

/** The number under which this site's database goes on since it was last put back from a copy; 1 for one that never was. */
export async function readIncarnation(db: Database): Promise<number> {
  const { rows } = await sql<{ number: number }>`select coalesce(max(number), 1) as number from platform.incarnation`.execute(db)
  return rows[0]?.number ?? 1
}

export async function beginIncarnation(db: Database, begun: { readonly number: number; readonly at: Instant; readonly why: string }): Promise<void> {
  await sql`insert into platform.incarnation (number, began_at, why) values (${begun.number}, ${begun.at}, ${begun.why}) on conflict do nothing`.execute(db)
}

/** Which cluster this is and how far its log has come, in bytes as text: they are too many for a number. */
export interface LogPlace {
  readonly cluster: string
  readonly timeline: number
  readonly walBytes: string
  readonly incarnation: number
  /** How often this site has beaten in this database: a copy of yesterday has beaten less. */
  readonly beat: number
}

export async function readLogPlace(db: Database, site: Site): Promise<LogPlace> {
  const { rows } = await sql<LogPlace>`
    select system_identifier::text as cluster, (select timeline_id from pg_control_checkpoint()) as timeline,
      pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::text as "walBytes",
      (select coalesce(max(number), 1) from platform.incarnation)::integer as incarnation,
      (select coalesce(max(beat), 0) from platform.heartbeat where site = ${site}) as beat
    from pg_control_system()
  `.execute(db)
  const [place] = rows
  if (place === undefined) throw new Error('The database did not say how far its log has come')
  return place
}
