import { CannotStart, readSiteConfig, type SiteConfig } from '#platform/config'
import { connect, hasCluster, urlOfRunning, type Database } from '#platform/database'
import type { Site } from '#values'
import { closingStack } from './closing-stack.ts'
import { installationFolder } from './installation-folder.ts'
import { openSiteDatabase } from './site-database.ts'

/** For commands that look at what a site has recorded, whether it runs or not. Throws `CannotStart` where nothing has been recorded. */
export async function atDatabaseOf<Result>(site: Site, look: (db: Database) => Promise<Result>): Promise<Result> {
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
