import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock, type Clock } from '#platform/clock'
import { connect, ensureDatabase, migrate, migrationsIn, startEmbedded, type Connection, type EmbeddedServer } from '#platform/database'
import { identityIn, linkControl, peersOf, startReplicating, type LinkControl, type Replicating } from '#platform/replication'
import type { Site } from '#values'
import { replicatedTables } from '../../src/app/replicated-tables.ts'
import { freePorts } from '../../src/app/taken-ports.ts'
import type { SiteUnderTest } from './sites.ts'

/** Sites without doors, cameras or officers: a real server each, really linked. They start in a few seconds. */
export interface LinkedSites {
  readonly control: LinkControl
  readonly rootFolder: string
  at(site: Site): SiteUnderTest
  /** Ends the site's server and links, lets something happen to its files, and starts it again. */
  restart(site: Site, meanwhile?: (folder: string) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

interface Arrangement {
  readonly rootFolder: string
  readonly addresses: ReadonlyMap<Site, { readonly port: number; readonly fingerprint: string }>
  readonly clocks: Readonly<Partial<Record<Site, Clock>>>
  readonly ways: Readonly<Partial<Record<Site, string>>>
}

/** What is otherwise than at sites that have just been set up. */
export interface Otherwise {
  readonly clocks?: Arrangement['clocks']
  /** Where a site is reached instead of at its own door. */
  readonly ways?: (rootFolder: string) => Promise<Arrangement['ways']>
}

interface Running extends SiteUnderTest {
  readonly server: EmbeddedServer
  readonly connection: Connection
  readonly replicating: Replicating
}

const host = '127.0.0.1'
const password = 'known-to-this-test-alone'

export async function startLinked(named: readonly Site[], { clocks = {}, ways = async () => ({}) }: Otherwise = {}): Promise<LinkedSites> {
  const rootFolder = await mkdtemp(join(tmpdir(), 'juxta-linked-'))
  await chmod(rootFolder, 0o755)
  const free = await freePorts(host, named.length)
  const addresses = new Map(await Promise.all(named.map(async (site, place) => {
    const { fingerprint } = await identityIn(join(rootFolder, site), site, systemClock.now())
    return [site, { port: free[place] ?? 0, fingerprint }] as const
  })))
  const arrangement = { rootFolder, addresses, clocks, ways: await ways(rootFolder) }
  const running = new Map(await Promise.all(named.map(async (site) => [site, await startOne(site, arrangement)] as const)))
  await Promise.all([...running.values()].map(({ replicating }) => replicating.joined))
  return {
    rootFolder,
    control: linkControl(rootFolder),
    at: (site) => found(running, site),
    restart: async (site, meanwhile = async () => {}) => {
      await stopOne(found(running, site))
      await meanwhile(join(rootFolder, site))
      running.set(site, await startOne(site, arrangement))
    },
    stop: async () => {
      await Promise.all([...running.values()].map(stopOne))
      await rm(rootFolder, { recursive: true, force: true })
    },
  }
}

function found(running: ReadonlyMap<Site, Running>, site: Site): Running {
  const one = running.get(site)
  if (one === undefined) throw new Error(`${site} was not started`)
  return one
}

async function startOne(site: Site, { rootFolder, addresses, clocks, ways }: Arrangement): Promise<Running> {
  const folder = join(rootFolder, site)
  const server = await startEmbedded(folder, { durable: false })
  await ensureDatabase(server.url('postgres'), 'juxta')
  const url = server.url('juxta')
  await migrate(url, await migrationsIn())
  const connection = connect(url)
  const peers = peersOf(site).flatMap((peer) => {
    const there = addresses.get(peer)
    return there === undefined ? [] : [[peer, `postgresql://replicator:${password}@${ways[peer] ?? `${host}:${there.port}/juxta?certificate=${there.fingerprint}`}`] as const]
  })
  const replicating = await startReplicating({
    config: { site, rootFolder, folder, peers: Object.fromEntries(peers), replication: { host, port: addresses.get(site)?.port ?? 0, password } },
    url, db: connection.db, clock: clocks[site] ?? systemClock, tables: replicatedTables,
    log: { info: () => {}, warn: () => {} }, onJoined: () => {},
  })
  return { site, db: connection.db, url, address: '', server, connection, replicating }
}

async function stopOne({ server, connection, replicating }: Running): Promise<void> {
  await replicating.close()
  await connection.close()
  await server.stop()
}
