import { exitCodes, type Command, type CommandIo } from '#platform/cli'
import { CannotStart, readSiteConfig, siteNamed } from '#platform/config'
import { urlOfRunning } from '#platform/database'
import { linkControl, peersOf, renewLink } from '#platform/replication'
import { siteName, type Port } from '#values'
import { flagsOf } from './flags.ts'
import { installationFolder } from './installation-folder.ts'
import { replicatedTables } from './replicated-tables.ts'

/** `juxta link cut --site calais`: what a severed cable does, for a rehearsal. */
export const linkCommand: Command = {
  name: 'link',
  usage: 'cut|heal --site PORT, or renew --at SITE --from SITE',
  summary: 'cut a port off, join it again, or copy anew what was lost on the way',
  run: async ([act, ...args], io) => {
    if (act === 'renew') return renew(args, io)
    const port = portNamed(flagsOf(args, { site: 'text' }).site)
    const control = linkControl(await installationFolder())
    if (act === 'cut') await control.cut(port)
    else if (act === 'heal') await control.heal(port)
    else throw new CannotStart(`juxta link ${act ?? ''}: say cut or heal, and which port with --site; or renew --at SITE --from SITE.`)
    io.out(act === 'cut' ? `${siteName(port)} is cut off. It goes on working; heal the link to see it catch up.\n` : `${siteName(port)} is joined again.\n`)
    return exitCodes.done
  },
}

/** For a running site whose page says that rows are missing: it forgets the copies and takes them again, seconds later. */
async function renew(args: readonly string[], io: CommandIo): Promise<number> {
  const flags = flagsOf(args, { at: 'text', from: 'text' })
  const [at, from] = [siteNamed(flags.at), siteNamed(flags.from)]
  if (!peersOf(at).includes(from)) throw new CannotStart(`${siteName(at)} receives nothing from ${siteName(from)} directly: links are between a port and the centre.`)
  const { databaseUrl, folder } = readSiteConfig(at, { ...process.env, JUXTA_DATA_DIR: await installationFolder() })
  const url = databaseUrl ?? (await urlOfRunning(folder, 'juxta'))
  if (url === undefined) throw new CannotStart(`${siteName(at)} does not run here: start it first, because it is the site itself that takes the rows again.`)
  await renewLink({ url, at, from, tables: replicatedTables })
  io.out(`${siteName(at)} has forgotten what came from ${siteName(from)} and takes it again now; the page of links says when it is whole.\n`)
  return exitCodes.done
}

function portNamed(text: string | undefined): Port {
  const site = siteNamed(text)
  if (site === 'centre') throw new CannotStart('A link is named by its port: --site calais, coquelles or dunkerque.')
  return site
}
