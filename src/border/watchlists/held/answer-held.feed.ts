import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '#platform/database'
import type { Feed } from '#platform/web'
import type { Site } from '#values'
import { proveContentEveryMs } from '../limits.ts'
import { answerContent, answerVersion, listContent } from './held-lists.store.ts'

/** Each site answers at once which version of the lists it holds, and now and then sums up what it holds, for the centre to compare with its own. */
export const answerHeld: Feed = {
  name: 'lists held',
  mount: async (part, { db, site, audience, hub, onFault }) => {
    if (audience === 'public') return
    const stop = new AbortController()
    const told = (fault: unknown): void => onFault?.(fault, `lists held at ${site}`)
    const deafen = await hub.subscribe((notice) => {
      if (notice === undefined || notice.topic === 'watchlist-version') void answerVersion(db, site).catch(told)
    })
    const proving = keepProving(db, site, { signal: stop.signal, told })
    part.addHook('onClose', async () => {
      deafen()
      stop.abort()
      await proving
    })
  },
}

export async function proveHeld(db: Database, site: Site): Promise<void> {
  await answerVersion(db, site)
  const held = await listContent(db)
  if (held !== undefined) await answerContent(db, site, held)
}

async function keepProving(db: Database, site: Site, { signal, told }: { signal: AbortSignal; told: (fault: unknown) => void }): Promise<void> {
  while (!signal.aborted) {
    await proveHeld(db, site).catch(told)
    await pause(proveContentEveryMs, undefined, { signal }).catch(() => {})
  }
}
