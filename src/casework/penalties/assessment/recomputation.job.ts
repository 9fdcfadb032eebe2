import { sweeping } from '#platform/clock'
import type { Feed } from '#platform/web'
import { lookForWorkEveryMs } from '../limits.ts'
import { goOnRecomputing } from './recomputation.store.ts'

/** Asks the law again about stored answers, some hundred at a time and between other work, once a page wanted it. */
export const recomputing: Feed = {
  name: 'recomputation',
  mount: async (part, { db, audience, clock, hub, onFault }) => {
    if (audience === 'public') return
    const work = sweeping(async () => {
      if (await goOnRecomputing(db, clock.now())) work.soon()
    }, lookForWorkEveryMs, (fault) => onFault?.(fault, 'asking the law again'))
    const stopHearing = await hub.subscribe((notice) => (notice === undefined || notice.topic === 'recomputation') && work.soon())
    work.soon()
    part.addHook('onClose', async () => {
      stopHearing()
      await work.close()
    })
  },
}
