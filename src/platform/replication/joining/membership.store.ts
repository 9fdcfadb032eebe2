import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import { evolve, type Membership, type MembershipEvent } from './membership.ts'
import { endPlace, forgetPeer, keepPlace } from './place.store.ts'

/** A port's membership, kept by the centre; its stream is named after the port. */
export const membershipThing: Thing<Membership, MembershipEvent> = { name: 'member-port', evolve, read: readMembership, save: saveMembership }

/** The last invitation counts. */
export async function readMembership(db: Database, port: string): Promise<Membership | undefined> {
  const { rows } = await sql<Membership>`
    select i.place as port, i.name, i.zone, i.token_sha256 as "tokenSha256", i.invited_by as "invitedBy", i.invited_at as "invitedAt", i.expires_at as "expiresAt",
      i.used_at as "joinedAt", i.used_by_fingerprint as fingerprint, case when i.used_at is not null then p.left_at end as "leftAt"
    from platform.invitation i left join platform.place p on p.id = i.place
    where i.place = ${port} order by i.invited_at desc limit 1
  `.execute(db)
  return rows[0]
}

async function saveMembership(tx: Database, port: string, member: Membership): Promise<void> {
  await sql`
    insert into platform.invitation (token_sha256, place, name, zone, invited_by, invited_at, expires_at, used_at, used_by_fingerprint)
    values (${member.tokenSha256}, ${port}, ${member.name}, ${member.zone}, ${member.invitedBy}, ${member.invitedAt}, ${member.expiresAt}, ${member.joinedAt}, ${member.fingerprint})
    on conflict (token_sha256) do update set used_at = excluded.used_at, used_by_fingerprint = excluded.used_by_fingerprint
  `.execute(tx)
  if (member.joinedAt === null) return
  if (member.leftAt === null) return keepPlace(tx, member, member.joinedAt)
  await endPlace(tx, member.port, member.leftAt)
  await forgetPeer(tx, member.port)
}
