import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { inspect } from 'node:util'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { settableClock, type SettableClock } from '#platform/clock'
import type { Database } from '#platform/database'
import { keepConditions, type DiskWatch } from '#platform/health'
import { buildApp, type Wiring } from '#platform/web'
import { instant, isPort, visitor, type By, type Officer, type Role, type Site } from '#values'
import { openTestDatabase } from './database.ts'

/** What a form sends: text, several texts under one name, or a `FormData` with files. */
export type SentForm = Readonly<Record<string, string | readonly string[]>> | FormData

/** One person at a site, who asks for pages and sends forms. */
export interface Asker {
  readonly officer: Officer
  /** The cookie header of this person's session; empty for a visitor. */
  readonly cookie: string
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>
  post(url: string, form?: SentForm): Promise<LightMyRequestResponse>
}

export interface TestSite {
  readonly app: FastifyInstance
  readonly db: Database
  readonly databaseUrl: string
  readonly clock: SettableClock
  readonly site: Site
  /** Where the site keeps its keys. */
  readonly folder: string
  signedInAs(role: Role, change?: Partial<Officer>): Asker
  readonly visitor: Asker
  /** A person doing something directly, as a page would say it. */
  by(role: Role, reason?: string): By
  /** Listens on a free port for a browser, and returns the address. */
  listen(): Promise<string>
}

/** What the app gives its contexts, for a test that mounts them as the app does. */
export interface TestParts {
  readonly site: Site
  readonly mode: 'demo' | 'production'
  readonly db: Database
  readonly databaseUrl: string
  readonly folder: string
  readonly rootFolder: string
  readonly clock: SettableClock
}

interface Asked {
  readonly wirings: readonly Wiring[] | ((parts: TestParts) => Promise<readonly Wiring[]>)
  readonly site?: Site
  readonly mode?: 'demo' | 'production'
  readonly audience?: 'staff' | 'public'
  readonly now?: string
  /** A disk that is looked after, for a test of one that fills up; what holds at the site is then written down as well. */
  readonly disk?: DiskWatch
  /** For a test of what is shown when something fails. */
  readonly expectsFaults?: boolean
}

/** A whole site on a fresh database, closed when the test file ends. */
export async function aSite({ wirings, site = 'calais', mode = 'demo', audience = 'staff', now = '2026-03-10T09:00:00Z', disk, expectsFaults = false }: Asked): Promise<TestSite> {
  const dataDir = await mkdtemp(join(tmpdir(), 'juxta-site-'))
  const { db, url: databaseUrl, drop } = await openTestDatabase()
  const clock = settableClock(instant(now))
  const faults: unknown[] = []
  const onFault = (fault: unknown): void => void faults.push(fault)
  const mounted = typeof wirings === 'function' ? await wirings({ site, mode, db, databaseUrl, folder: dataDir, rootFolder: dataDir, clock }) : wirings
  const conditions = disk && keepConditions({ db, site, clock, onFault })
  const app = await buildApp({ site, audience, db, databaseUrl, clock, wirings: mounted, mode, dataDir, publicUrl: 'http://localhost', publicDoorUrl: 'http://localhost', onFault, ...(disk && { disk }), ...(conditions && { conditions }) })
  after(async () => {
    await app.close()
    await conditions?.close()
    await disk?.close()
    await drop()
    await rm(dataDir, { recursive: true, force: true })
    if (faults.length > 0 && !expectsFaults) failTheFile(faults)
  })

  const signedInAs = (role: Role, change: Partial<Officer> = {}): Asker => asker(app, audience === 'public' ? 'juxta-public' : `juxta-${site}`, { ...anOfficer(role, site), ...change })
  return {
    app, db, databaseUrl, clock, site, folder: dataDir, signedInAs,
    visitor: asker(app, '', visitor),
    by: (role, reason) => {
      const { id, name } = anOfficer(role, site)
      return { officerId: id, name, role, site, at: clock.now(), ...(reason === undefined ? {} : { reason }) }
    },
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
  }
}

/** A hook that throws would keep the hooks after it from closing what they opened, and what stays open keeps the process. */
function failTheFile(faults: readonly unknown[]): void {
  process.stderr.write(`${inspect(new AggregateError(faults, 'A page failed in a way it did not expect'))}\n`)
  process.exitCode = 1
}

function anOfficer(role: Role, site: Site): Officer {
  const officer: Officer = { id: `test-${role}`, name: `Test ${role}`, role }
  return role === 'lane-officer' && isPort(site) ? { ...officer, port: site } : officer
}

/** Seals a session directly; the whole way through the identity provider has a test of its own. */
function asker(app: FastifyInstance, cookieName: string, officer: Officer): Asker {
  const sealed = (): string => encodeURIComponent(app.encodeSecureSession(app.createSecureSession({ officer })))
  const cookie = officer.role === 'visitor' ? '' : `${cookieName}=${sealed()}`
  return {
    officer, cookie,
    get: (url, headers = {}) => app.inject({ url, headers: { cookie, ...headers } }),
    post: (url, form = {}) => app.inject({ method: 'POST', url, ...sent(form, cookie) }),
  }
}

function sent(form: SentForm, cookie: string): { headers: Record<string, string>; payload: string | FormData } {
  if (form instanceof FormData) return { headers: { cookie }, payload: form }
  const pairs = Object.entries(form).flatMap(([name, answer]) => [answer].flat().map((one): [string, string] => [name, String(one)]))
  return { headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(pairs).toString() }
}
