import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SiteConfig } from '#platform/config'
import { connect, urlOfRunning, type Database } from '#platform/database'
import { systemClock } from '#platform/clock'
import { identityIn, linkControl, peersOf, type LinkControl } from '#platform/replication'
import type { Site } from '#values'
import { startSite } from '../../src/app/start-site.ts'
import { freePorts } from '../../src/app/taken-ports.ts'

export { until } from '#test/until'

/** One whole site under test: its own PostgreSQL server, doors, feeds and links. */
export interface SiteUnderTest {
  readonly site: Site
  readonly db: Database
  readonly url: string
  readonly address: string
}

export interface Sites {
  readonly control: LinkControl
  readonly rootFolder: string
  at(site: Site): SiteUnderTest
  stop(): Promise<void>
}

/** The fewest sites in which what one port writes has to pass through somebody to reach another. */
export const triangle = ['centre', 'calais', 'dunkerque'] as const
export type Triangle = Readonly<Record<(typeof triangle)[number], SiteUnderTest>>

export function triangleOf({ at }: Pick<Sites, 'at'>): Triangle {
  return { centre: at('centre'), calais: at('calais'), dunkerque: at('dunkerque') }
}

/** Starts the sites named, joined over TCP as they would be on machines of their own, and waits until they are. */
export async function startSites(named: readonly Site[]): Promise<Sites> {
  const rootFolder = await mkdtemp(join(tmpdir(), 'juxta-multi-site-'))
  await chmod(rootFolder, 0o755)
  const replicationPorts = await freePorts('127.0.0.1', named.length)
  const fingerprints = await Promise.all(named.map(async (site) => (await identityIn(join(rootFolder, site), site, systemClock.now())).fingerprint))
  const running = await Promise.all(named.map((site, place) => startOne(configOf(site, { rootFolder, named, replicationPorts, fingerprints, place }))))
  await Promise.all(running.map(({ joined }) => joined))
  return {
    control: linkControl(rootFolder),
    rootFolder,
    at: (site) => {
      const found = running.find((each) => each.site === site)
      if (found === undefined) throw new Error(`${site} was not started`)
      return found
    },
    stop: async () => {
      await Promise.all(running.map((each) => each.stop()))
      await rm(rootFolder, { recursive: true, force: true })
    },
  }
}

interface Arrangement {
  readonly rootFolder: string
  readonly named: readonly Site[]
  readonly replicationPorts: readonly number[]
  readonly fingerprints: readonly string[]
  readonly place: number
}

const password = 'known-to-this-test-alone'

function configOf(site: Site, { rootFolder, named, replicationPorts, fingerprints, place }: Arrangement): SiteConfig {
  const peers = named.flatMap((peer, at) => (peersOf(site).includes(peer) ? [[peer, `postgresql://replicator:${password}@127.0.0.1:${replicationPorts[at]}/juxta?certificate=${fingerprints[at]}`] as const] : []))
  const folder = join(rootFolder, site)
  return {
    site, rootFolder, folder, mode: 'demo', host: '127.0.0.1', port: 0, publicPort: 0, publicUrl: 'http://localhost', publicDoorUrl: 'http://localhost',
    peers: Object.fromEntries(peers),
    replication: { host: '127.0.0.1', port: replicationPorts[place] ?? 0, password },
    logFile: join(folder, 'juxta.log'),
  }
}

export async function startOne(config: SiteConfig): Promise<SiteUnderTest & { readonly joined: Promise<void>; stop(): Promise<void> }> {
  const running = await startSite(config, () => {})
  const url = await urlOfRunning(config.folder, 'juxta')
  if (url === undefined) throw new Error(`${config.site} has no server`)
  const { db, close } = connect(url)
  return {
    site: config.site, db, url, address: running.addresses[0] ?? '', joined: running.joined,
    stop: async () => {
      await close()
      await running.stop()
    },
  }
}
