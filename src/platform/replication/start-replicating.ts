import type { TLSSocket } from 'node:tls'
import pg from 'pg'
import { sweeping, type Clock, type Sweeping } from '#platform/clock'
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
import { renewalLookMs } from './limits.ts'
import { acceptPeers } from './line/accept-peers.ts'
import type { Acceptor } from './line/acceptor.ts'
import { noteDoor } from './line/door-note.ts'
import { peerOf } from './line/peer-address.ts'
import type { SecurePeer } from './line/secure-line.ts'
import type { PeerLook } from './look-at-peer.ts'
import { readRangeKeys } from './proof/range-key.store.ts'
import type { RangeKey } from './proof/range.ts'
import { placeTouches } from './proof/touch-triggers.store.ts'
import { publicationsBetween } from './publications.ts'
import { admitReplicator, publish } from './publish.store.ts'
import { peersOf } from './read-links.ts'
import { keepIdentity, type KeptIdentity } from './renewal/keep-identity.ts'
import { agreeOn, keepCertificate, knownCertificates, type KnownCertificates } from './renewal/peer-certificate.store.ts'
import { hearNext } from './renewal/renewal-words.ts'
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
  readonly own: KeptIdentity
  readonly renewing: Sweeping
  readonly followed: Map<Site, { readonly url: string; readonly following: Following }>
  /** Those who have left and of whom something may still stand here: tried again until nothing does, also after a restart. */
  readonly leaving: Set<Site>
  /** By which certificates the peers are known: those they have renewed it by, too. */
  known: KnownCertificates
  acceptor: Acceptor | undefined
}

/** Publishes this site's rows, and in the background joins each peer as soon as it can be reached. */
export async function startReplicating(plan: ReplicationPlan): Promise<Replicating> {
  const { config, db, clock, log } = plan
  await beginAfterRestore(db, { site: config.site, folder: config.folder, now: clock.now(), log })
  const keys = await readRangeKeys(db, plan.tables.map(({ table }) => table))
  const own = await keepIdentity({ ...config, clock, log, peers: () => securePeers(under), onShown: (identity) => under.acceptor?.show(identity) })
  const renewing = sweeping(own.renew, renewalLookMs, (fault) => log.warn(fault, 'the certificate of this site could not be renewed'))
  const under: Under = { plan, keys, own, renewing, followed: new Map(), leaving: new Set(), known: new Map(), acceptor: undefined }
  await followAll(under)
  for (const { port, hasLeft } of await readPlaces(db)) if (hasLeft) under.leaving.add(port)
  const acceptor = await acceptPeers(plan, own.shown(), {
    siteOf: (fingerprint) => [...under.followed.keys()].find((site) => under.known.get(site)?.has(fingerprint)),
    onRenewing: (socket, site) => hearRenewal(under, socket, site),
    onJoining: (socket, fingerprint) => welcomePeer(socket, { db, clock, log, fingerprint, password: config.replication?.password ?? '' }),
  })
  if (acceptor !== undefined && config.replication !== undefined) await noteDoor(config.folder, { host: config.replication.host, port: acceptor.port })
  under.acceptor = acceptor
  const stop = new AbortController()
  const watch = watchLinks({ site: config.site, db, clock, renewal: own.renewal, looks: () => looksOf(under) })
  const beating = keepBeating({ ...plan, site: config.site, keys, watch, follow: () => followAll(under) }, stop.signal)
  return {
    joined: Promise.all([...under.followed.values()].map(({ following }) => following.joined)).then(() => {}),
    close: async () => {
      stop.abort()
      await beating
      await renewing.close()
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
  const joining = [...urls].filter(([site]) => !followed.has(site))
  for (const [site, url] of joining) await agree(under.plan, site, url)
  under.known = await knownCertificates(db)
  for (const [site, url] of joining) followed.set(site, { url, following: await follow(under, site, url) })
}

function follow(under: Under, peer: Site, peerUrl: string): Promise<Following> {
  const { plan, keys, own, renewing } = under
  return followPeer({
    ...plan, peer, peerUrl, keys, shown: own.shown, knows: knows(under, peer),
    onJoined: () => {
      plan.onJoined(peer)
      // Whoever was away may have a certificate to hear of.
      renewing.soon()
    },
  })
}

function knows(under: Under, site: Site): SecurePeer['knows'] {
  return (fingerprint) => under.known.get(site)?.has(fingerprint) === true
}

async function agree({ db }: ReplicationPlan, peer: Site, url: string): Promise<void> {
  const { fingerprint } = peerOf(url)
  if (fingerprint !== undefined) await agreeOn(db, { peer, fingerprint, toldBy: 'its address' })
}

/** Those who know this site by its certificate. */
function securePeers(under: Under): ReadonlyMap<Site, SecurePeer> {
  return new Map([...under.followed].flatMap(([site, { url }]) => {
    const { host, port, fingerprint } = peerOf(url)
    return fingerprint === undefined ? [] : [[site, { host, port, knows: knows(under, site) }] as const]
  }))
}

function hearRenewal(under: Under, socket: TLSSocket, site: Site): void {
  const { db, log } = under.plan
  hearNext(socket, async (fingerprint) => {
    await keepCertificate(db, { peer: site, fingerprint, toldBy: site })
    under.known = await knownCertificates(db)
    log.info({ peer: site, fingerprint }, 'a peer has said which certificate it will show next')
  })
    .catch((fault: unknown) => log.warn({ peer: site, why: String(fault) }, 'what a peer said of its next certificate could not be kept'))
    .finally(() => socket.end())
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
