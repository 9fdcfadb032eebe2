import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import type { Feed } from '#platform/web'
import { hoursAfter, isPort, type By, type Port } from '#values'
import { clockSetMaxSeconds, forgetAtOnce, forgetEveryMs } from '../limits.ts'
import { imageFolder } from '../plate-read/camera-intake.feed.ts'
import { sweeping } from '../sweeping.feed.ts'
import { forget } from './forgetting.ts'
import { retentionDays } from './retention-days.ts'
import { deleteCrossings, deleteOldReads, forgettings, oldCrossings } from './retention.store.ts'

/** Which of these crossings a search or a find rests on; asked of whoever keeps them. */
export type Examined = (db: Database, crossingIds: readonly string[]) => Promise<ReadonlySet<string>>

interface Keeping {
  readonly db: Database
  readonly port: Port
  readonly clock: Clock
  readonly days: number
  readonly imageDir: string
  readonly examined: Examined
}

/**
 * Forgets what the port saw and nothing rests on, once its time is over (legal.md 7.4). A crossing with a hit, a search
 * or a find stays whole, with all its reads and pictures, for as long as its case does.
 */
export async function forgetReads({ db, port, clock, days, imageDir, examined }: Keeping): Promise<void> {
  const old = { port, seenBefore: hoursAfter(-24 * days, clock.now()), most: forgetAtOnce }
  const by: By = { officerId: 'machine', name: 'Retention', role: 'machine', site: port, at: clock.now(), reason: `Unlinked reads are kept for ${days} days` }
  const id = `${port} ${clock.today()}`
  const log = (reads: number, crossings: number, pictures: number) => change(db, forgettings, { id, by }, () => forget({ id, seenBefore: old.seenBefore, reads, crossings, pictures }))
  let after = '00000000-0000-0000-0000-000000000000'
  for (let ids = await oldCrossings(db, old, after); ids.length > 0; ids = await oldCrossings(db, old, after)) {
    const kept = await examined(db, ids)
    const gone = ids.filter((crossingId) => !kept.has(crossingId))
    await db.transaction().execute((tx) => deleteCrossings(tx, gone))
    await log(0, gone.length, 0)
    after = ids.at(-1) ?? after
  }
  for (let more = true; more;) {
    const { reads, pictures } = await db.transaction().execute((tx) => deleteOldReads(tx, old))
    await Promise.all(pictures.map((sha256) => rm(join(imageDir, sha256.slice(0, 2), sha256), { force: true })))
    await log(reads, 0, pictures.length)
    more = reads === forgetAtOnce
  }
}

/** Runs at each port, which alone deletes its rows; replication takes them from the other sites. */
export function forgetfulness(examined: Examined): Feed {
  return {
    name: 'retention',
    mount: (part, { db, site, audience, clock, clockWatch, dataDir, onFault }) => {
      if (!isPort(site) || audience === 'public') return
      const days = retentionDays(process.env['JUXTA_READ_RETENTION_DAYS'])
      const keeping = { db, port: site, clock, days, imageDir: imageFolder(dataDir, site), examined }
      const forget = async (): Promise<void> => {
        const setSeconds = clockWatch?.setSeconds() ?? 0
        if (setSeconds > clockSetMaxSeconds) throw new Error(`This machine’s clock was set ${setSeconds} s ahead: nothing is forgotten until the site is started again by somebody who has looked at it`)
        await forgetReads(keeping)
      }
      const sweeps = sweeping(forget, forgetEveryMs, (fault) => onFault?.(fault, `retention at ${site}`))
      part.addHook('onClose', () => sweeps.close())
    },
  }
}
