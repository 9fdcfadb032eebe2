import { sweeping } from '#platform/clock'
import type { Feed } from '#platform/web'
import { bulkCasesAtOnce, lookForWorkEveryMs } from '../limits.ts'
import { underWay } from './bulk-results.store.ts'
import { goOn } from './go-on.store.ts'

/** Goes on with acts on many cases that a page has begun, some cases of each in turn, so that a long one keeps nobody waiting. */
export const bulkWork: Feed = {
  name: 'bulk',
  mount: async (part, { db, site, audience, clock, hub, onFault }) => {
    if (audience === 'public') return
    const tell = (fault: unknown): void => onFault?.(fault, 'acts on many cases')
    // One that fails is told and tried again a minute later; it keeps no other from going on.
    const someOf = async (id: string): Promise<void> => {
      if (await goOn(db, id, { site, clock, most: bulkCasesAtOnce }).catch(tell)) work.soon()
    }
    const work = sweeping(async () => {
      for (const id of await underWay(db)) await someOf(id)
    }, lookForWorkEveryMs, tell)
    const stopHearing = await hub.subscribe((notice) => (notice === undefined || notice.topic === 'bulk') && work.soon())
    work.soon()
    part.addHook('onClose', async () => {
      stopHearing()
      await work.close()
    })
  },
}
