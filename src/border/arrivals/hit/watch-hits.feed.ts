import { isPort } from '#values'
import { sweeping } from '#platform/clock'
import type { Feed } from '#platform/web'
import { escalateEveryMs, lookBackEveryMs } from '../limits.ts'
import { escalation } from './escalate-hits.feed.ts'
import { lookBack } from './look-back.feed.ts'

/** What a port does about hits by itself: looks back for entries that arrive late, and tells the duty officer of hits nobody answers. */
export const watchHits: Feed = {
  name: 'hits',
  mount: async (part, { db, site, audience, clock, hub, onFault }) => {
    if (!isPort(site) || audience === 'public') return
    const told = (fault: unknown): void => onFault?.(fault, `hits at ${site}`)
    const looking = sweeping(() => lookBack({ db, port: site, clock }), lookBackEveryMs, told)
    const escalating = sweeping(escalation({ db, port: site, clock }), escalateEveryMs, told)
    // Replicated rows are announced too, so an entry that waited behind a cut link is looked at as soon as it is here.
    const deafen = await hub.subscribe((notice) => {
      if (notice === undefined || notice.topic === 'watchlist') looking.soon()
    })
    part.addHook('onClose', async () => {
      deafen()
      await Promise.all([looking.close(), escalating.close()])
    })
  },
}
