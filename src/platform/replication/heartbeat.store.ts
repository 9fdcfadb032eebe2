import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Site } from '#values'
import { readLaneProofs } from './proof/proof-state.store.ts'
import { streams } from './replicated-table.ts'

export interface Beating {
  readonly site: Site
  readonly incarnation: number
  readonly at: Instant
}

/** What a beat says that its site has heard from another one on the same lane. By it the other knows that it is heard, and by whose clock. */
export interface Heard {
  readonly at: Instant
  /** By the clock of the site that heard it. */
  readonly arrivedAt: Instant
  readonly incarnation: number
  readonly provenTo: number
}

/** Writes this site's next beat on each lane, and tells open pages that a second has passed. */
export async function beat(db: Database, { site, incarnation, at }: Beating): Promise<void> {
  const heard = await readHeard(db, site, at)
  await sql`
    insert into platform.heartbeat (site, stream, beat, at, history_seq, arrived_at, incarnation, page, heard)
    select ${site}, lane, 1, ${at}, coalesce((select seq from history.chain where site = ${site}), 0), ${at}, ${incarnation},
      coalesce((select max(number) from platform.proof_page p where p.site = ${site} and p.lane = lanes.lane and p.incarnation = ${incarnation}), 0),
      coalesce(${JSON.stringify(heard)}::jsonb -> lane, '{}')
    from unnest(${[...streams]}::text[]) as lanes (lane)
    on conflict (site, stream) do update
    set beat = heartbeat.beat + 1, at = excluded.at, history_seq = excluded.history_seq,
      incarnation = excluded.incarnation, page = excluded.page, heard = excluded.heard
  `.execute(db)
  await sql`select pg_notify('juxta', json_build_object('topic', 'link', 'id', ${site}::text)::text)`.execute(db)
}

/** By lane, then by site. The database stamped each arrival by its own clock; here it is said by ours, with which we stamp what we send. */
async function readHeard(db: Database, here: Site, now: Instant): Promise<Readonly<Record<string, Readonly<Record<string, Heard>>>>> {
  const { rows } = await sql<{ site: Site; lane: string; at: Instant; arrivedAt: Instant; incarnation: number }>`
    select site, stream as lane, at, arrived_at + (${now}::timestamptz - clock_timestamp()) as "arrivedAt", incarnation
    from platform.heartbeat where site <> ${here}
  `.execute(db)
  const proofs = await readLaneProofs(db, here)
  const provenTo = (site: Site, lane: string): number => proofs.find((each) => each.site === site && each.lane === lane)?.provenTo ?? 0
  return Object.fromEntries(streams.map((lane) => [lane, Object.fromEntries(rows.filter((row) => row.lane === lane)
    .map(({ site, at, arrivedAt, incarnation }) => [site, { at, arrivedAt, incarnation, provenTo: provenTo(site, lane) }]))]))
}
