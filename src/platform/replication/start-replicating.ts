import { X509Certificate } from 'node:crypto'
import pg from 'pg'
import type { Clock } from '#platform/clock'
import type { SiteConfig } from '#platform/config'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import { knowPlaces, type Site } from '#values'
import { endFollowing } from './end-following.store.ts'
import { followPeer, type Following } from './follow-peer.ts'
import { beginAfterRestore } from './incarnation/begin-after-restore.ts'
import { readPeers, readPlaces } from './joining/place.store.ts'
import { welcomePeer } from './joining/welcome-peer.ts'
import { keepBeating } from './keep-beating.ts'
import { acceptPeers } from './line/accept-peers.ts'
import { expiryOf, type Identity } from './line/certificate.ts'
import { noteDoor } from './line/door-note.ts'
import { identityIn } from './line/identity-file.ts'
import type { PeerLook } from './look-at-peer.ts'
import { readRangeKeys } from './proof/range-key.store.ts'
import type { RangeKey } from './proof/range.ts'
import { placeTouches } from './proof/touch-triggers.store.ts'
import { publicationsBetween } from './publications.ts'
import { admitReplicator, publish } from './publish.store.ts'
import { peersOf } from './read-links.ts'
import type { ReplicatedTable } from './replicated-table.ts'
import { watchLinks } from './watch-links.ts'

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
  /** Resolves when this site receives from every peer that it knew at its start; never, where one stays away. */
  readonly joined: Promise<void>
  close(): Promise<void>
}

/** What goes on at a site for as long as it runs: whom it follows changes as ports join and leave. */
interface Under {
  readonly plan: ReplicationPlan
  readonly keys: ReadonlyMap<string, RangeKey>
  readonly identity: Identity
  readonly followed: Map<Site, { readonly url: string; readonly following: Following }>
  /** Those who have left and of whom something may still stand here: tried again until nothing does, also after a restart. */
  readonly leaving: Set<Site>
}

/** Publishes this site's rows, and in the background joins each peer as soon as it can be reached. */
export async function startReplicating(plan: ReplicationPlan): Promise<Replicating> {
  const { config, db, clock, log } = plan
  await beginAfterRestore(db, { site: config.site, folder: config.folder, now: clock.now(), log })
  const keys = await readRangeKeys(db, plan.tables.map(({ table }) => table))
  const identity = await identityIn(config.folder, config.site, clock.now())
  const under: Under = { plan, keys, identity, followed: new Map(), leaving: new Set() }
  await followAll(under)
  for (const { port, hasLeft } of await readPlaces(db)) if (hasLeft) under.leaving.add(port)
  const acceptor = await acceptPeers(plan, identity, {
    urlsOfPeers: () => [...under.followed].map(([site, { url }]) => [site, url] as const),
    onJoining: (socket, fingerprint) => welcomePeer(socket, { db, clock, log, fingerprint, password: config.replication?.password ?? '' }),
  })
  if (acceptor !== undefined && config.replication !== undefined) await noteDoor(config.folder, { host: config.replication.host, port: acceptor.port })
  const stop = new AbortController()
  const watch = watchLinks({ site: config.site, db, clock, certificateUntil: expiryOf(new X509Certificate(identity.certificatePem)), looks: () => looksOf(under) })
  const beating = keepBeating({ ...plan, site: config.site, keys, watch, follow: () => followAll(under) }, stop.signal)
  return {
    joined: Promise.all([...under.followed.values()].map(({ following }) => following.joined)).then(() => {}),
    close: async () => {
      stop.abort()
      await beating
      await acceptor?.close()
      await Promise.all([...under.followed.values()].map(({ following }) => following.close()))
    },
  }
}

function looksOf({ followed }: Under): ReadonlyMap<Site, PeerLook> {
  return new Map([...followed].flatMap(([site, { following }]) => {
    const look = following.look()
    return look === undefined ? [] : [[site, look] as const]
  }))
}

/** Publishes to those who have joined and follows them; leaves those who have left. Changes nothing where nothing has changed. */
async function followAll(under: Under): Promise<void> {
  const { plan: { config, db, url: here }, followed, leaving } = under
  knowPlaces(await readPlaces(db))
  const peers = peersOf(config.site)
  const urls = new Map<Site, string>([...Object.entries(config.peers) as [Site, string][], ...await readPeers(db)].filter(([site]) => peers.includes(site)))
  if (followed.size === 0 || [...urls.keys()].some((site) => !followed.has(site))) await publishAll(under, peers)
  for (const [site, { url, following }] of followed) {
    if (urls.get(site) === url) continue
    followed.delete(site)
    if (!urls.has(site)) leaving.add(site)
    await following.close()
  }
  for (const site of leaving) {
    if (!urls.has(site)) await endFollowing(here, config.site, site)
    leaving.delete(site)
  }
  for (const [site, url] of urls) if (!followed.has(site)) followed.set(site, { url, following: await followPeer({ ...under.plan, peer: site, peerUrl: url, identity: under.identity, keys: under.keys }) })
}

async function publishAll({ plan: { config, url, tables }, keys }: Under, peers: readonly Site[]): Promise<void> {
  const publications = peers.flatMap((peer) => publicationsBetween(config.site, peer, tables))
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
