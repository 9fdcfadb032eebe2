import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { cannotWrite, CannotStart, defaultFirstPort, portOf, systemCode } from '#platform/config'
import { systemClock } from '#platform/clock'
import { identityIn } from '#platform/replication'
import { ports, sites, type Site } from '#values'
import { flagsOf } from './flags.ts'
import { installationFolder } from './installation-folder.ts'
import { freePorts, refuseTakenPorts } from './taken-ports.ts'

/** What the person asked for on the command line. */
export interface SoloWishes {
  readonly fresh: boolean
  /** How many times faster than life the traffic runs; 0 for none. */
  readonly speed: number
  readonly firstPort: number
}

/** One of the demonstration's processes and what it is told. */
export interface SitePlan {
  readonly site: Site
  readonly address: string
  readonly environment: Readonly<Record<string, string>>
}

export interface SoloPlan {
  readonly rootFolder: string
  readonly sites: readonly SitePlan[]
  readonly publicAddress: string
}

export const demoHost = '127.0.0.1'

export function readWishes(args: readonly string[]): SoloWishes {
  const { fresh = false, speed = '1', 'first-port': firstPort = String(defaultFirstPort) } = flagsOf(args, { fresh: 'yes', speed: 'text', 'first-port': 'text' })
  return { fresh, speed: numberIn('--speed', speed, 1000), firstPort: numberIn('--first-port', firstPort, 65_000) }
}

function numberIn(name: string, text: string, most: number): number {
  const value = Number(text)
  if (text !== '' && value >= 0 && value <= most) return value
  throw new CannotStart(`${name} is "${text}": it must be a number from 0 to ${most}.`)
}

/** Looks at ports and folders before anything is started, so that most of what can go wrong is said in the first moment. */
export async function planSolo({ fresh, firstPort }: SoloWishes): Promise<SoloPlan> {
  await refuseTakenPorts(demoHost, [...sites, 'public' as const].map((site) => portOf(site, firstPort)))
  const rootFolder = await writable(await installationFolder())
  if (fresh) await clear(rootFolder)
  const password = await sharedPassword(rootFolder)
  const free = await freePorts(demoHost, sites.length)
  const replicationPort = new Map<Site, number>(sites.map((site, place) => [site, free[place] ?? 0]))
  const fingerprints = new Map<Site, string>(await Promise.all(sites.map(async (site) => [site, (await identityIn(join(rootFolder, site), site, systemClock.now())).fingerprint] as const)))
  const peer = (site: Site): string => `postgresql://replicator:${password}@${demoHost}:${replicationPort.get(site)}/juxta?certificate=${fingerprints.get(site)}`
  return {
    rootFolder,
    publicAddress: `http://localhost:${portOf('public', firstPort)}`,
    sites: sites.map((site) => ({
      site,
      address: `http://localhost:${portOf(site, firstPort)}`,
      environment: {
        JUXTA_MODE: 'demo',
        JUXTA_DATA_DIR: rootFolder,
        JUXTA_HOST: demoHost,
        JUXTA_PORT: String(portOf(site, firstPort)),
        JUXTA_PUBLIC_PORT: String(portOf('public', firstPort)),
        JUXTA_LOG_FILE: join(rootFolder, site, 'juxta.log'),
        JUXTA_REPLICATION_PORT: String(replicationPort.get(site)),
        JUXTA_REPLICATION_PASSWORD: password,
        ...Object.fromEntries(peersOf(site).map((other) => [`JUXTA_PEER_${other.toUpperCase()}`, peer(other)])),
      },
    })),
  }
}

/** A star: each port exchanges rows with the centre, and sees the other ports through it. */
function peersOf(site: Site): readonly Site[] {
  return site === 'centre' ? ports : ['centre']
}

async function writable(folder: string): Promise<string> {
  const probe = join(folder, `.written-by-${process.pid}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    await writeFile(probe, '')
    await rm(probe)
  } catch (fault) {
    throw cannotWrite(folder, fault)
  }
  return folder
}

/** Only what a demonstration makes is removed: a wrong JUXTA_DATA_DIR must not cost anybody a home folder. */
async function clear(rootFolder: string): Promise<void> {
  if (rootFolder === homedir()) throw new CannotStart('JUXTA_DATA_DIR is your home folder: set it to a folder of its own.')
  for (const name of [...sites, 'links', 'replication-password']) {
    await rm(join(rootFolder, name), { recursive: true, force: true }).catch((fault: unknown) => {
      throw cannotWrite(rootFolder, fault)
    })
  }
}

/** What the sites of one demonstration know each other by; made once, because it is written into their subscriptions. */
async function sharedPassword(rootFolder: string): Promise<string> {
  const file = join(rootFolder, 'replication-password')
  const kept = await readFile(file, 'utf8').catch((fault: unknown) => {
    if (systemCode(fault) === 'ENOENT') return undefined
    throw cannotWrite(rootFolder, fault)
  })
  if (kept !== undefined) return kept
  const password = randomBytes(24).toString('hex')
  await writeFile(file, password, { mode: 0o600 })
  return password
}

