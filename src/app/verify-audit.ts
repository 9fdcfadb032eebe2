import { exitCodes, type Command } from '#platform/cli'
import { CannotStart, readSiteConfig, siteNamed, type SiteConfig } from '#platform/config'
import { connect, hasCluster, urlOfRunning, type Database } from '#platform/database'
import { sitesWithHistory, verifyChain, type ChainReport } from '#platform/events'
import type { Site } from '#values'
import { closingStack } from './closing-stack.ts'
import { flagsOf } from './flags.ts'
import { installationFolder } from './installation-folder.ts'
import { openSiteDatabase } from './site-database.ts'

/** `juxta verify-audit`: one site's chain in its own database, or every chain that the centre holds. */
export const verifyAuditCommand: Command = {
  name: 'verify-audit',
  usage: '[--site SITE]',
  summary: 'recompute the history chains; exit 1 and say the first broken link',
  run: async (args, io) => {
    const { site } = flagsOf(args, { site: 'text' })
    const named = site === undefined ? undefined : siteNamed(site)
    const reports = await atDatabaseOf(named ?? 'centre', async (db) => verifyAll(db, named === undefined ? await sitesWithHistory(db) : [named]))
    const [only] = reports
    const ok = reports.every(({ broken }) => broken === undefined)
    const answer = named !== undefined && only !== undefined ? answerOf(only) : { ok, chains: reports.map(answerOf) }
    io.out(`${JSON.stringify(answer, null, 2)}\n`)
    return ok ? exitCodes.done : exitCodes.failed
  },
}

function answerOf({ site, entries, broken }: ChainReport): object {
  return { site, entries, ok: broken === undefined, ...(broken === undefined ? {} : { firstBrokenLink: broken }) }
}

async function verifyAll(db: Database, sites: readonly Site[]): Promise<readonly ChainReport[]> {
  const reports: ChainReport[] = []
  for (const site of sites) reports.push(await verifyChain(db, site))
  return reports
}

async function atDatabaseOf<Result>(site: Site, look: (db: Database) => Promise<Result>): Promise<Result> {
  const closing = closingStack(() => {})
  try {
    const config = readSiteConfig(site, { ...process.env, JUXTA_DATA_DIR: await installationFolder() })
    const { db, close } = connect(await urlAt(config, closing.add))
    closing.add(close)
    return await look(db)
  } finally {
    await closing.close()
  }
}

/** The running site's database; one that does not run is started for as long as it takes to look. */
async function urlAt(config: SiteConfig, onClose: (close: () => Promise<void>) => void): Promise<string> {
  const running = config.databaseUrl ?? (await urlOfRunning(config.folder, 'juxta'))
  if (running !== undefined) return running
  if (!(await hasCluster(config.folder))) throw new CannotStart(`Nothing has been recorded in ${config.folder}: set JUXTA_DATA_DIR to the folder of an installation, or DATABASE_URL to its database.`)
  const started = await openSiteDatabase(config, () => {})
  onClose(started.stop)
  return started.url
}
