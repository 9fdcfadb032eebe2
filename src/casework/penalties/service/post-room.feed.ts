import { sweeping } from '#platform/clock'
import type { Carrier } from '#platform/post'
import type { Feed } from '#platform/web'
import { letterSweepMs } from '../letter-limits.ts'
import { sendLetters } from './send-letters.feed.ts'

/** The post room of the centre: hands letters to their carriers as they are planned, and asks after them. Without a carrier it does nothing, and the queue says so. */
export function postRoomFeed(carriers: readonly Carrier[], askAfterMinutes: number): Feed {
  return {
    name: 'letter-post',
    mount: (part, { db, clock, site, audience, onFault }) => {
      if (site !== 'centre' || audience === 'public' || carriers.length === 0) return
      const work = sweeping(async () => {
        if (await sendLetters({ db, clock, carriers, askAfterMinutes })) work.soon()
      }, letterSweepMs, (fault) => onFault?.(fault, 'letters'))
      part.addHook('onClose', () => work.close())
    },
  }
}
