import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Site } from '#values'
import type { Fingerprint } from '../line/certificate.ts'

/** By which certificates each peer is known. */
export type KnownCertificates = ReadonlyMap<Site, ReadonlySet<Fingerprint>>

export interface PeerCertificate {
  readonly peer: Site
  readonly fingerprint: Fingerprint
  readonly toldBy: string
}

/** The certificate that a person has agreed on. Where it is none that the peer was known by, those were given up with it. */
export async function agreeOn(db: Database, agreed: PeerCertificate): Promise<void> {
  const { peer, fingerprint } = agreed
  await sql`
    delete from platform.peer_certificate where peer = ${peer}
      and not exists (select from platform.peer_certificate where peer = ${peer} and fingerprint = ${fingerprint})
  `.execute(db)
  await keepCertificate(db, agreed)
}

/** One more certificate of a peer, beside those it is known by. */
export async function keepCertificate(db: Database, { peer, fingerprint, toldBy }: PeerCertificate): Promise<void> {
  await sql`
    insert into platform.peer_certificate (peer, fingerprint, known_since, told_by) values (${peer}, ${fingerprint}, clock_timestamp(), ${toldBy})
    on conflict (peer, fingerprint) do nothing
  `.execute(db)
}

export async function knownCertificates(db: Database): Promise<KnownCertificates> {
  const { rows } = await sql<{ peer: Site; all: Fingerprint[] }>`select peer, array_agg(fingerprint) as all from platform.peer_certificate group by peer`.execute(db)
  return new Map(rows.map(({ peer, all }) => [peer, new Set(all)]))
}
