import { sweeping } from '#platform/clock'
import { sender, type Send } from '#platform/outgoing'
import type { AllowedTargets } from '#platform/outgoing'
import type { Feed } from '#platform/web'
import type { Instant } from '#values'
import { answerMaxBytes, answerTimeoutMs, sweepEveryMs } from '../limits.ts'
import { ownKey, ownKeys, renewOwnKey } from '../own-key/own-keys.feed.ts'
import { sendDue } from './send-due.feed.ts'
import { sweep } from './sweep.feed.ts'

/** Tells partners what they may be told, as it happens. It runs at the centre, where everything arrives. */
export function releaseFeed(allowed: AllowedTargets, ca?: string): Feed {
  const send: Send = sender(allowed, { timeoutMs: answerTimeoutMs, answerMaxBytes, ...(ca === undefined ? {} : { ca }) })
  return {
    name: 'release',
    mount: async (part, { db, clock, site, audience, dataDir, hub, onFault }) => {
      if (site !== 'centre' || audience === 'public') return
      await ownKey(dataDir)
      const tellKeyAgainAt = new Map<string, Instant>()
      const work = sweeping(async () => {
        await sweep({ db, clock })
        await renewOwnKey({ db, dataDir, clock })
        if (await sendDue({ db, clock, send, tellKeyAgainAt, keys: await ownKeys(db, dataDir) })) work.soon()
      }, sweepEveryMs, (fault) => onFault?.(fault, 'release to partners'))
      const deafen = await hub.subscribe((notice) => {
        if (notice === undefined || notice.topic === 'release') work.soon()
      })
      part.addHook('onClose', async () => {
        deafen()
        await work.close()
      })
    },
  }
}
