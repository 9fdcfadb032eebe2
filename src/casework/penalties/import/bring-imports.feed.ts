import { sweeping } from '#platform/clock'
import type { Feed } from '#platform/web'
import { bringImportsEveryMs } from '../limits.ts'
import { bringAgreed } from './let-in.store.ts'

/** Brings in old cases that somebody let in, in the background, and again after a stop. */
export const bringImportsFeed: Feed = {
  name: 'old-cases',
  mount: (part, { db, clock, site, audience, onFault }) => {
    if (site !== 'centre' || audience === 'public') return
    const bringing = sweeping(async () => {
      if (await bringAgreed(db, clock)) bringing.soon()
    }, bringImportsEveryMs, (fault) => onFault?.(fault, 'old cases'))
    part.addHook('onClose', () => bringing.close())
  },
}
