import { chmod, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#platform/clock'
import { connect, urlOfRunning, type Database } from '#platform/database'
import { announce, isRefused } from '#platform/decisions'
import { change, changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import { identityIn } from '#platform/replication'
import { addEntry, allLists, watchlist, watchlistEntry } from '#border/watchlists'
import { daysAfter, plate, type By } from '#values'
import { keepSite, type KeptSite } from '../../src/app/keep-site.ts'
import type { SitePlan } from '../../src/app/solo-plan.ts'
import { freePorts } from '../../src/app/taken-ports.ts'
import { enrolDemoCameras } from '../../src/app/traffic/door.ts'
import { until } from '../multi-site/sites.ts'
import { copySiteFolder, kept } from '../support/cluster.ts'
import { smallDisk } from './small-disk.ts'
import { openFaultyLink, type FaultyLink } from './faulty-link.ts'

export type Here = 'centre' | 'calais'

/** A centre and a port as the product starts and keeps them, each a process with its own PostgreSQL, joined by lines that a test can spoil. */
export interface World {
  readonly folder: string
  /** What the keepers said of sites that ended. */
  readonly said: readonly string[]
  readonly sites: Readonly<Record<Here, KeptSite>>
  readonly addresses: Readonly<Record<Here, string>>
  /** By the site that receives through it. */
  readonly lines: Readonly<Record<Here, FaultyLink>>
  /** Where the site's database is just now; it moves when the site is started again. */
  urlOf(site: Here): Promise<string | undefined>
  isReady(site: Here): Promise<boolean>
  stop(): Promise<void>
}

export interface WorldPlan {
  /** Loaded into the port's process before it begins: how a test breaks the product, or its machine, without a switch in the product. */
  readonly preload?: readonly string[]
  /** The port keeps its files on a disk of so many megabytes. */
  readonly portDiskMb?: number
  readonly environment?: Readonly<Record<string, string>>
  /** With the demonstration's people, for a battery that looks at boards, and with its stories, which take a while to tell. */
  readonly demonstration?: true
}

/** As in production: nobody signs in here, so its sign-in need not answer. */
const inProduction = { JUXTA_MODE: 'production', JUXTA_RESERVE_MB: '16', OIDC_ISSUER: 'https://sign-in.invalid', OIDC_CLIENT_ID: 'rehearsal', OIDC_CLIENT_SECRET: 'rehearsal' }

const host = '127.0.0.1'

/** Where every site of one installation looks for compiled code. */
const compiled = join(kept, 'compiled')

/** Known to this test alone. */
const password = 'rehearsal'

export async function startWorld({ preload = [], portDiskMb, environment = {}, demonstration }: WorldPlan = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-faults-'))
  const disk = portDiskMb === undefined ? undefined : await smallDisk(portDiskMb, join(folder, 'calais'))
  await chmod(folder, 0o755)
  await Promise.all((['centre', 'calais'] as const).map((site) => copySiteFolder(join(folder, site))))
  // What one run has compiled, the next need not.
  await mkdir(compiled, { recursive: true })
  await symlink(compiled, join(folder, 'compiled'))
  const [centreDoor = 0, publicDoor = 0, portDoor = 0, centreRows = 0, portRows = 0] = await freePorts(host, 5)
  // Each receives through a line of its own, so that one direction can fail alone.
  const lines = { centre: await openFaultyLink(portRows), calais: await openFaultyLink(centreRows) }
  const said: string[] = []
  const shared = { ...(demonstration === true ? { JUXTA_MODE: 'demo' } : inProduction), JUXTA_DATA_DIR: folder, JUXTA_HOST: host, JUXTA_REPLICATION_PASSWORD: password }
  const peer = async (site: Here, line: FaultyLink): Promise<string> => {
    const { fingerprint } = await identityIn(join(folder, site), site, systemClock.now())
    return `postgresql://replicator:${password}@${host}:${line.port}/juxta?certificate=${fingerprint}`
  }
  const centre = {
    ...shared, JUXTA_PORT: String(centreDoor), JUXTA_PUBLIC_PORT: String(publicDoor), JUXTA_REPLICATION_PORT: String(centreRows),
    JUXTA_LOG_FILE: join(folder, 'centre', 'juxta.log'), JUXTA_PEER_CALAIS: await peer('calais', lines.centre),
  }
  const calais = {
    ...shared, JUXTA_PORT: String(portDoor), JUXTA_REPLICATION_PORT: String(portRows),
    JUXTA_LOG_FILE: join(folder, 'calais', 'juxta.log'), JUXTA_PEER_CENTRE: await peer('centre', lines.calais),
    ...preloading(preload),
    ...environment,
  }
  const addresses = { centre: `http://${host}:${centreDoor}`, calais: `http://${host}:${portDoor}` }
  const keep = (site: Here, variables: SitePlan['environment']): KeptSite =>
    keepSite({ site, address: addresses[site], environment: variables }, { onStep: () => {}, onEnd: (what) => void said.push(`${site} ${what}`) })
  const sites = { centre: keep('centre', centre), calais: keep('calais', calais) }
  const world: World = {
    folder, said, sites, addresses, lines,
    urlOf: (site) => urlOfRunning(join(folder, site), 'juxta'),
    isReady: (site) => fetch(`${addresses[site]}/readyz`, { signal: AbortSignal.timeout(3000) }).then(({ ok }) => ok, () => false),
    stop: async () => {
      await Promise.all(Object.values(sites).map((site) => site.stop()))
      await Promise.all(Object.values(lines).map((line) => line.close()))
      await disk?.remove()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await Promise.race([begun(world), ...Object.values(sites).map(async ({ site, failed }) => Promise.reject(new Error(`${site}: ${await failed}`)))]).catch(async (fault: unknown) => {
    await world.stop()
    throw fault
  })
  return world
}

/** What makes a Node process load these before its own program. */
export function preloading(modules: readonly string[]): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: [process.env['NODE_OPTIONS'] ?? '', ...modules.map((module) => `--import=${module}`)].join(' ').trim() }
}

async function begun(world: World): Promise<void> {
  await Promise.all(Object.values(world.sites).flatMap(({ ready, joined }) => [ready, joined]))
  // A demonstration has done so itself.
  const { db, close } = connect(await urlOf(world, 'calais'))
  await enrolDemoCameras(db, officer('calais')).finally(close)
}

export function officer(site: Here): By {
  return { officerId: 'rehearsal', name: 'Rehearsal', role: site === 'centre' ? 'watchlist-owner' : 'duty-officer-uk', site, at: systemClock.now() }
}

/** As many as fit into a transaction without keeping others waiting. */
const listedAtOnce = 50

/** The centre lists vehicles for the port. */
export async function listAtCentre(world: World, plates: readonly string[]): Promise<void> {
  const { db, close } = connect(await urlOf(world, 'centre'))
  await listIn(db, plates)
  await close()
}

/** The same in a database that a test has at hand, with a list of its own where there is none. */
export async function listIn(db: Database, plates: readonly string[]): Promise<void> {
  const listId = (await allLists(db))[0]?.id ?? (await openList(db))
  for (let from = 0; from < plates.length; from += listedAtOnce) {
    await db.transaction().execute(async (tx) => {
      for (const each of plates.slice(from, from + listedAtOnce)) await listOne(tx, listId, each)
    })
  }
}

async function openList(db: Database): Promise<string> {
  const id = newId()
  await change(db, watchlist, { id, by: officer('centre') }, () => announce({ type: 'list-opened', id, site: 'centre', nameEn: 'Rehearsal', nameFr: 'Exercice', owner: 'Rehearsal', legalBasis: 'Rehearsal', purposeEn: 'Rehearsal', purposeFr: 'Exercice' }))
  return id
}

async function listOne(tx: Database, listId: string, each: string): Promise<void> {
  const id = newId()
  const today = systemClock.today()
  const decision = await changeIn(tx, watchlistEntry, { id, by: officer('centre') }, (entry) => addEntry(entry, {
    id, site: 'centre', listId, plate: plate(each), country: null, reasonEn: 'Rehearsal', reasonFr: 'Exercice', handling: 'check', markers: [],
    ports: ['calais'], startsOn: today, lastDayOn: daysAfter(30, today), reviewOn: daysAfter(28, today), addedBy: 'Rehearsal',
  }, today))
  if (isRefused(decision)) throw new Error(decision.refused)
}

/** Until the port has them all. */
export async function listArrives(world: World, plates: readonly string[]): Promise<void> {
  const { pool, close } = connect(await urlOf(world, 'calais'))
  await until('the port has the whole list', async () => (await pool.query('select from watchlists.entry where plate = any($1)', [plates])).rowCount === plates.length)
  await close()
}

export async function urlOf(world: World, site: Here): Promise<string> {
  const url = await world.urlOf(site)
  if (url === undefined) throw new Error(`${site} has no database just now`)
  return url
}
