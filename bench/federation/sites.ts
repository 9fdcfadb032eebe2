import { join } from 'node:path'
import fastify from 'fastify'
import { CannotStart } from '../../src/platform/config/door.ts'
import { connect, urlOfRunning, type Database } from '../../src/platform/database/door.ts'
import { linkControl, type LinkControl } from '../../src/platform/replication/door.ts'
import { addSessions } from '../../src/platform/web/session.ts'
import type { Site } from '../../src/values/door.ts'
import { startSiteProcess } from '../../src/app/site-process.ts'
import { planSolo, type SoloPlan } from '../../src/app/solo-plan.ts'

const started = ['centre', 'calais', 'dunkerque'] as const
export type StartedSite = (typeof started)[number]

/** A whole site in a process of its own, as the demonstration starts it. */
export interface RunningSite {
  readonly site: StartedSite
  readonly address: string
  readonly url: string
  readonly db: Database
  /** The cookie of an officer at the lanes. */
  readonly session: string
}

export interface RunningSites {
  readonly control: LinkControl
  at(site: StartedSite): RunningSite
  stop(): Promise<void>
}

/** The centre and two ports on this machine, joined, each with its own PostgreSQL; the third port is left out to leave the others room. */
export async function startSites(rootFolder: string): Promise<RunningSites> {
  process.env['JUXTA_DATA_DIR'] = rootFolder
  const plan = await planOnFreePorts()
  const processes = plan.sites.filter(({ site }) => isStarted(site)).map((site) => startSiteProcess(site, () => {}))
  for (const { ready, ended } of processes) await Promise.race([ready, ended.then((why) => Promise.reject(new Error(why)))])
  const sites = await Promise.all(started.map((site) => open(site, plan)))
  return {
    control: linkControl(rootFolder),
    at: (site) => sites.find((each) => each.site === site) ?? missing(site),
    stop: async () => {
      for (const { close } of sites) await close()
      await Promise.all(processes.map((each) => each.stop()))
    },
  }
}

function isStarted(site: Site): site is StartedSite {
  return started.some((each) => each === site)
}

function missing(site: Site): never {
  throw new Error(`${site} was not started`)
}

/** Ports are sought in steps of a hundred, as someone with several demonstrations would choose them. */
async function planOnFreePorts(firstPort = 24_000): Promise<SoloPlan> {
  try {
    return await planSolo({ fresh: false, speed: 0, firstPort })
  } catch (fault) {
    if (!(fault instanceof CannotStart) || firstPort > 30_000) throw fault
    return planOnFreePorts(firstPort + 100)
  }
}

async function open(site: StartedSite, { rootFolder, sites }: SoloPlan): Promise<RunningSite & { close(): Promise<void> }> {
  const folder = join(rootFolder, site)
  const url = await urlOfRunning(folder, 'juxta') ?? missing(site)
  const { db, close } = connect(url)
  const address = sites.find((each) => each.site === site)?.address ?? missing(site)
  return { site, address, url, db, close, session: await sessionAt(site, folder) }
}

/** Sealed with the site's own key, which whoever started the site may read; the way through sign-in has tests of its own. */
async function sessionAt(site: StartedSite, dataDir: string): Promise<string> {
  const app = fastify()
  await addSessions(app, { site, dataDir, publicUrl: 'http://localhost', audience: 'staff' })
  await app.ready()
  const officer = { id: 'bench', name: 'Bench', role: 'lane-officer', ...(site === 'centre' ? {} : { port: site }) } as const
  const cookie = `juxta-${site}=${encodeURIComponent(app.encodeSecureSession(app.createSecureSession({ officer })))}`
  await app.close()
  return cookie
}
