import { exitCodes, type Command } from '#platform/cli'
import { siteNamed } from '#platform/config'
import type { Database } from '#platform/database'
import { sitesWithHistory, verifyChain, type ChainReport } from '#platform/events'
import type { Site } from '#values'
import { atDatabaseOf } from './at-database-of.ts'
import { flagsOf } from './flags.ts'

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
