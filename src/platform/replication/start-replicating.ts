import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Clock } from '#platform/clock'
import type { SiteConfig } from '#platform/config'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import { type Port, type Site } from '#values'
import { keepBeating } from './keep-beating.ts'
import { joinPeer } from './join-peer.ts'
import { lookAgainMs, setUpAgainMs } from './limits.ts'
import { acceptPeers } from './line/accept-peers.ts'
import { identityIn } from './line/identity-file.ts'
import type { Identity } from './line/certificate.ts'
import { linkControl, noOrders, watchControl } from './line/link-control.ts'
import { lineTo } from './line/line-to.ts'
import { openRelay, type Relay } from './line/relay.ts'
import { publicationsBetween } from './publications.ts'
import { admitReplicator, publish } from './publish.store.ts'
import { readRangeKeys } from './proof/range-key.store.ts'
import { placeTouches } from './proof/touch-triggers.store.ts'
import type { RangeKey } from './proof/range.ts'
import { peersOf } from './read-links.ts'
import type { ReplicatedTable } from './replicated-table.ts'

export interface ReplicationPlan {
  readonly config: Pick<SiteConfig, 'site' | 'peers' | 'replication' | 'rootFolder' | 'folder'>
  readonly url: string
  readonly db: Database
  readonly clock: Clock
  readonly tables: readonly ReplicatedTable[]
  readonly log: Pick<Log, 'info' | 'warn'>
  /** Called when this site begins to receive what the peer sends, and again after the peer could not be reached. */
  readonly onJoined: (peer: Site) => void
}

export interface Replicating {
  /** Resolves when this site receives from every peer; never, where one stays away. */
  readonly joined: Promise<void>
  close(): Promise<void>
}

/** Publishes this site's rows, and in the background joins each peer as soon as it can be reached. */
export async function startReplicating(plan: ReplicationPlan): Promise<Replicating> {
  const { config, clock } = plan
  const keys = await readRangeKeys(plan.db, plan.tables.map(({ table }) => table))
  await publishAll(plan, keys)
  const identity = await identityIn(config.folder, config.site, clock.now())
  const acceptor = await acceptPeers(plan, identity)
  const stop = new AbortController()
  const beating = keepBeating({ ...plan, site: config.site, keys }, stop.signal)
  const links = await Promise.all(peersOf(config.site).flatMap((peer) => {
    const peerUrl = config.peers[peer]
    return peerUrl === undefined ? [] : [follow(plan, { peer, peerUrl, identity }, stop.signal)]
  }))
  return {
    joined: Promise.all(links.map((link) => link.joined)).then(() => {}),
    close: async () => {
      stop.abort()
      await beating
      await acceptor?.close()
      await Promise.all(links.map((link) => link.close()))
    },
  }
}

async function publishAll({ config, url, tables }: ReplicationPlan, keys: ReadonlyMap<string, RangeKey>): Promise<void> {
  const publications = peersOf(config.site).flatMap((peer) => publicationsBetween(config.site, peer, tables))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await placeTouches(client, tables, keys)
    await publish(client, publications)
    if (config.replication !== undefined) await admitReplicator(client, config.replication.password, publications)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

interface Followed {
  readonly peer: Site
  readonly peerUrl: string
  readonly identity: Identity
}

interface Following {
  readonly joined: Promise<void>
  close(): Promise<void>
}

/** The way from one peer to here: a relay that can be cut, and subscriptions that go through it. */
async function follow(plan: ReplicationPlan, { peer, peerUrl, identity }: Followed, signal: AbortSignal): Promise<Following> {
  const relay = await openRelay(lineTo({ peerUrl, identity, clock: plan.clock }))
  const port = (plan.config.site === 'centre' ? peer : plan.config.site) as Port
  const control = watchControl(linkControl(plan.config.rootFolder), port, (orders) => {
    relay.obey(orders)
    plan.log.warn({ peer, orders }, orders === noOrders ? 'the link was healed by hand' : 'the link obeys a rehearsal')
  })
  const joined = Promise.withResolvers<void>()
  const joining = keepJoining(plan, { peer, peerUrl, relay, signal, done: joined.resolve })
  return {
    joined: joined.promise,
    close: async () => {
      control.close()
      await relay.close()
      await joining
    },
  }
}

interface Joining {
  readonly peer: Site
  readonly peerUrl: string
  readonly relay: Relay
  readonly signal: AbortSignal
  readonly done: () => void
}

async function keepJoining(plan: ReplicationPlan, { peer, peerUrl, relay, signal, done }: Joining): Promise<void> {
  const { config, url, tables, log, onJoined } = plan
  const publications = publicationsBetween(peer, config.site, tables)
  let before: string | undefined
  while (!signal.aborted) {
    const fault = await joinPeer({ url, peerUrl, relay, publications }).catch(String)
    if (fault !== before && !signal.aborted) {
      if (fault === undefined) onJoined(peer)
      else log.info({ peer, why: fault }, 'waiting for the peer')
    }
    if (fault === undefined) done()
    before = fault
    await pause(fault === undefined ? lookAgainMs : setUpAgainMs, undefined, { signal }).catch(() => {})
  }
}
