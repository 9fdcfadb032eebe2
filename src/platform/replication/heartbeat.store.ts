import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Site } from '#values'
import { streams } from './replicated-table.ts'

/** Writes this site's next beat on each stream, and tells open pages that a second has passed. */
export async function beat(db: Database, site: Site, at: Instant): Promise<void> {
  await sql`
    insert into platform.heartbeat (site, stream, beat, at, history_seq, arrived_at)
    select ${site}, stream, 1, ${at}, coalesce((select seq from history.chain where site = ${site}), 0), ${at}
    from unnest(${[...streams]}::text[]) as stream
    on conflict (site, stream) do update
    set beat = heartbeat.beat + 1, at = excluded.at, history_seq = excluded.history_seq
  `.execute(db)
  await sql`select pg_notify('juxta', json_build_object('topic', 'link', 'id', ${site}::text)::text)`.execute(db)
}
