import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '#platform/clock'
import type { SiteConfig } from '#platform/config'
import type { Log } from '#platform/log'
import type { Port, Site } from '#values'
import { joinPeer, type Joined } from './join-peer.ts'
import { lookAgainMs, setUpAgainMs } from './limits.ts'
import { lineTo, type LineTo } from './line/line-to.ts'
import { linkControl, noOrders, watchControl } from './line/link-control.ts'
import { openRelay, type Relay } from './line/relay.ts'
import type { PeerLook } from './look-at-peer.ts'
import type { RangeKey } from './proof/range.ts'
import { hub, publicationsBetween } from './publications.ts'
import { repairLink } from './repair/repair-link.ts'
import type { ReplicatedTable } from './replicated-table.ts'

export interface FollowPlan extends Pick<LineTo, 'shown' | 'knows'> {
  readonly config: Pick<SiteConfig, 'site' | 'rootFolder'>
  readonly url: string
  readonly peer: Site
  readonly peerUrl: string
  readonly tables: readonly ReplicatedTable[]
  readonly keys: ReadonlyMap<string, RangeKey>
  readonly clock: Clock
  readonly log: Pick<Log, 'info' | 'warn'>
  /** Called when this site begins to receive what the peer sends, and again after the peer could not be reached. */
  readonly onJoined: (peer: Site) => void
}

/** The way from one peer to here: a relay that can be cut, and subscriptions that go through it. */
export interface Following {
  /** Resolves when this site receives from the peer. */
  readonly joined: Promise<void>
  /** What was last seen at the other end; absent while it cannot be reached. */
  look(): PeerLook | undefined
  close(): Promise<void>
}

export async function followPeer(plan: FollowPlan): Promise<Following> {
  const { config, peer, log } = plan
  const relay = await openRelay(lineTo(plan))
  const port = (config.site === hub ? peer : config.site) as Port
  const control = watchControl(linkControl(config.rootFolder), port, (orders) => {
    relay.obey(orders)
    log.warn({ peer, orders }, orders === noOrders ? 'the link was healed by hand' : 'the link obeys a rehearsal')
  })
  const stop = new AbortController()
  const seen: Seen = { joined: Promise.withResolvers<void>() }
  const joining = keepJoining(plan, { relay, seen, signal: stop.signal })
  return {
    joined: seen.joined.promise,
    look: () => seen.look,
    close: async () => {
      stop.abort()
      control.close()
      await relay.close()
      await joining
    },
  }
}

interface Seen {
  readonly joined: PromiseWithResolvers<void>
  look?: PeerLook
}

interface Joining {
  readonly relay: Relay
  readonly seen: Seen
  readonly signal: AbortSignal
}

async function keepJoining(plan: FollowPlan, { relay, seen, signal }: Joining): Promise<void> {
  const { config, url, peer, peerUrl, tables, log, onJoined } = plan
  const publications = publicationsBetween(peer, config.site, tables)
  let before: string | undefined = 'it has not been tried yet'
  while (!signal.aborted) {
    const answer: Joined = await joinPeer({ url, of: peer, peerUrl, relay, publications }).catch((fault: unknown) => ({ fault: String(fault) }))
    if (signal.aborted) return
    const fault = 'fault' in answer ? answer.fault : undefined
    if ('look' in answer) seen.look = answer.look
    else delete seen.look
    if (fault !== before && fault !== undefined) log.info({ peer, why: fault }, 'waiting for the peer')
    if (fault === undefined && before !== undefined) onJoined(peer)
    if (fault === undefined) seen.joined.resolve()
    before = fault
    if ('look' in answer && answer.look.lostCopies.length > 0) await mendCopies(plan, answer.look, signal)
    await pause(fault === undefined ? lookAgainMs : setUpAgainMs, undefined, { signal }).catch(() => {})
  }
}

/**
 * A first copy that PostgreSQL would ask for in vain for ever is taken up at once: a site that has just joined has nobody who
 * knows its alarms yet. Whoever closes the link does not wait for it.
 */
async function mendCopies({ config, url, peer, tables, keys, log }: FollowPlan, { lostCopies }: PeerLook, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  for (const lane of new Set(lostCopies.map((copy) => copy.lane))) {
    const mended = repairLink({ url, here: config.site, from: peer, alarm: 'lost-copy', lane, tables, keys, byName: 'Juxta', migrate: async () => [] })
      .then((said) => log.warn({ peer, lane, said }, 'a first copy that stood still was taken up'))
      .catch((fault: unknown) => signal.aborted || log.warn(fault, 'a first copy that stands still could not be taken up'))
    await Promise.race([mended, stopped])
  }
}
