import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Place, Site } from '#values'

export async function readPlaces(db: Database): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`select id as port, name, zone, left_at is not null as "hasLeft" from platform.place order by name`.execute(db)
  return rows
}

/** A port that joins again after it had left is the same port. */
export async function keepPlace(db: Database, { port, name, zone }: Omit<Place, 'hasLeft'>, at: Instant): Promise<void> {
  await sql`
    insert into platform.place (id, site, name, zone, joined_at) values (${port}, 'centre', ${name}, ${zone}, ${at})
    on conflict (id) do update set name = excluded.name, zone = excluded.zone, joined_at = excluded.joined_at, left_at = null
  `.execute(db)
}

export async function endPlace(db: Database, port: Site, at: Instant): Promise<void> {
  await sql`update platform.place set left_at = ${at} where id = ${port} and left_at is null`.execute(db)
}

/** Where the peers that joined by a token are reached. */
export async function readPeers(db: Database): Promise<ReadonlyMap<Site, string>> {
  const { rows } = await sql<{ peer: Site; url: string }>`select peer, url from platform.peer order by peer`.execute(db)
  return new Map(rows.map(({ peer, url }) => [peer, url]))
}

export async function keepPeer(db: Database, peer: Site, url: string): Promise<void> {
  await sql`
    insert into platform.peer (peer, url, joined_at) values (${peer}, ${url}, clock_timestamp())
    on conflict (peer) do update set url = excluded.url, joined_at = excluded.joined_at
  `.execute(db)
}

export async function forgetPeer(db: Database, peer: Site): Promise<void> {
  await sql`delete from platform.peer where peer = ${peer}`.execute(db)
}
