import { CannotStart, type SiteConfig } from '#platform/config'
import { ensureDatabase, migrate, migrationsIn, refuseUnsafeSettings, startEmbedded } from '#platform/database'

/** The database a site works on, whoever runs the server. */
export interface SiteDatabase {
  readonly url: string
  /** Why a server of our own does not run just now; it is started again by itself. */
  fault(): string | undefined
  stop(): Promise<void>
}

export type Progress = (step: string) => void

/** Opens the server given by DATABASE_URL, or starts the site's own. */
export async function openSiteDatabase(config: SiteConfig, progress: Progress): Promise<SiteDatabase> {
  const opened = config.databaseUrl === undefined ? await ownServer(config, progress) : givenServer(config.databaseUrl)
  try {
    if (config.mode === 'production') await refuseUnsafeSettings(opened.url)
    const applied = await migrate(opened.url, await migrationsIn())
    progress(applied.length === 0 ? 'schema is up to date' : `schema brought up to date, ${applied.length} migrations`)
    return opened
  } catch (fault) {
    await opened.stop()
    throw unreachable(fault)
  }
}

async function ownServer({ folder }: SiteConfig, progress: Progress): Promise<SiteDatabase> {
  const server = await startEmbedded(folder, { durable: true }, progress)
  progress('PostgreSQL takes connections')
  await ensureDatabase(server.url('postgres'), 'juxta')
  return { url: server.url('juxta'), fault: server.fault, stop: server.stop }
}

function givenServer(url: string): SiteDatabase {
  return { url, fault: () => undefined, stop: async () => {} }
}

const unreachableCodes = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', '28P01', '28000', '3D000']

function unreachable(fault: unknown): unknown {
  if (!(fault instanceof Error) || !('code' in fault) || !unreachableCodes.includes(String(fault.code))) return fault
  return new CannotStart(`The database that DATABASE_URL names cannot be used (${fault.message || String(fault.code)}): check its address, user and password, and that the server runs.`)
}
