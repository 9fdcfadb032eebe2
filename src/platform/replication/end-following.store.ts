import pg from 'pg'
import type { Site } from '#values'
import { senderEndsMs } from './limits.ts'

/** Takes down all that stood between this site and a peer that has left: what it sent, what it received, and its place in the log. May be done again, also after it failed half way. */
export async function endFollowing(url: string, here: Site, peer: Site): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: received } = await client.query<{ name: string }>(
      `select subname as name from pg_subscription where subname like 'juxta\\_' || $1 || '\\_to\\_%' and subdbid = (select oid from pg_database where datname = current_database())`, [peer],
    )
    for (const { name } of received) {
      await client.query(`alter subscription ${name} disable`)
      await client.query(`alter subscription ${name} set (slot_name = none)`)
      await client.query(`drop subscription ${name}`)
    }
    const sent = `juxta_${here}_to_${peer}_%`
    // A place in the log that is still taken cannot be given up, and nothing is left out: one that stayed would keep the log for ever.
    await client.query('select pg_terminate_backend(active_pid, $2) from pg_replication_slots where slot_name like $1 and active', [sent, senderEndsMs])
    await client.query('select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name like $1', [sent])
    const { rows: publications } = await client.query<{ name: string }>('select pubname as name from pg_publication where pubname like $1', [sent])
    for (const { name } of publications) await client.query(`drop publication ${name}`)
    await client.query('delete from platform.joined_peer where peer = $1', [peer])
    await client.query('delete from platform.peer_certificate where peer = $1', [peer])
    await client.query('delete from platform.heartbeat where site = $1', [peer])
    await client.query('update platform.link_event set ended_at = clock_timestamp() where peer = $1 and ended_at is null', [peer])
  } finally {
    await client.end()
  }
}
