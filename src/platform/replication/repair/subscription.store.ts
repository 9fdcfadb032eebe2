import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { originTries, settlePollMs } from '../limits.ts'
import type { Publication } from '../publications.ts'
import { keepPlace } from '../subscribe.store.ts'
import type { LaneRepair } from './repair-link.ts'

/** How this site's own subscriptions reach the peer: through the relay of the process that runs. */
export async function peerAddress(own: pg.Client, publications: readonly Publication[]): Promise<string | undefined> {
  const { rows } = await own.query<{ words: string }>(
    'select subconninfo as words from pg_subscription where subname = any($1) and subdbid = (select oid from pg_database where datname = current_database())', [publications.map(({ name }) => name)],
  )
  const words = new Map([...(rows[0]?.words ?? '').matchAll(/(\w+)='((?:[^'\\]|\\.)*)'/g)].map(([, name, value]) => [name, value?.replace(/\\(.)/g, '$1') ?? '']))
  const [user, password, host, port, dbname] = ['user', 'password', 'hostaddr', 'port', 'dbname'].map((name) => encodeURIComponent(words.get(name) ?? ''))
  return rows.length === 0 ? undefined : `postgresql://${user}:${password}@${host}:${port}/${dbname}`
}

/** Switched off by hand or by a rule of the server's owner: on again. */
export async function enable({ own, publication: { name, stream } }: LaneRepair): Promise<readonly string[]> {
  const { rowCount } = await own.query('select from pg_subscription where subname = $1 and not subenabled', [name])
  if (rowCount === 0) return []
  await own.query(`alter subscription ${name} enable`)
  return [`The ${stream} lane was switched off and is on again.`]
}

/**
 * Keeps a new place in the peer's log and has our subscription go on from there. The subscription itself stays: dropping it
 * would have the running site copy every table anew, and its boards would be empty meanwhile.
 */
export async function takeNewPlace({ own, peer, publication: { name, stream } }: LaneRepair): Promise<string> {
  await own.query(`alter subscription ${name} disable`)
  await own.query(`alter subscription ${name} set (slot_name = none)`)
  await endSender(peer, name)
  await keepPlace(peer, name)
  const { rows } = await peer.query<{ lsn: string }>('select confirmed_flush_lsn::text as lsn from pg_replication_slots where slot_name = $1', [name])
  await goOnFrom(own, name, rows[0]?.lsn ?? '0/0')
  await own.query(`alter subscription ${name} set (slot_name = '${name}')`)
  await own.query(`alter subscription ${name} enable`)
  return `The ${stream} lane has a new place in the log of its sender.`
}

/** The sender notices late that its receiver has gone; a place in use cannot be given up. */
async function endSender(peer: pg.Client, name: string): Promise<void> {
  for (let tries = 0; tries < originTries; tries += 1) {
    const { rowCount } = await peer.query('select from pg_replication_slots where slot_name = $1 and active', [name])
    if (rowCount === 0) return
    await pause(settlePollMs)
  }
}

/** Where the sender's log is shorter than what was read of it, the receiver has to forget how far it was. */
async function goOnFrom(own: pg.Client, name: string, lsn: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await own.query(
        `select pg_replication_origin_advance('pg_' || oid, $2::pg_lsn) from pg_subscription
         where subname = $1 and subdbid = (select oid from pg_database where datname = current_database())`, [name, lsn],
      )
      return
    } catch (fault) {
      // The worker that was just switched off may still hold it.
      if (tries >= originTries) throw fault
      await pause(settlePollMs)
    }
  }
}
