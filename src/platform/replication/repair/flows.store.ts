import { setTimeout as pause } from 'node:timers/promises'
import { settlePollMs, settleTries } from '../limits.ts'
import type { LaneRepair } from './repair-link.ts'

/** Whether what the sender writes now arrives: a beat of after this moment does. */
export async function flows({ peer, ...lane }: LaneRepair): Promise<boolean> {
  const { publication: { from, stream } } = lane
  const { rows: [beat] } = await peer.query<{ beat: number }>('select beat::int as beat from platform.heartbeat where site = $1 and stream = $2', [from, stream])
  return hasArrived(lane, beat?.beat ?? 0)
}

/** A later beat on the same lane comes after everything that could be seen when that one stood. */
export async function hasArrived({ own, publication: { from, stream } }: Pick<LaneRepair, 'own' | 'publication'>, beat: number): Promise<boolean> {
  for (let tries = 0; tries < settleTries; tries += 1) {
    const { rowCount } = await own.query("select from platform.heartbeat where site = $1 and stream = $2 and beat > $3 and arrived_at > clock_timestamp() - interval '3 s'", [from, stream, beat])
    if (rowCount === 1) return true
    await pause(settlePollMs)
  }
  return false
}
