import type { Command } from '#platform/cli'
import { CannotStart, siteNamed } from '#platform/config'
import { flagsOf } from './flags.ts'
import { installationFolder } from './installation-folder.ts'
import { environmentOf, knowJoined } from './joined-port.ts'

/** `juxta port --site calais`: one control, able to work alone. */
export const portCommand: Command = {
  name: 'port',
  usage: '--site calais|coquelles|dunkerque, or one that has joined',
  summary: 'run one port: intake, matching, lanes, searches',
  run: async (args, io) => {
    const { site } = flagsOf(args, { site: 'text' })
    const joined = await knowJoined(await installationFolder())
    const named = siteNamed(site)
    if (named === 'centre') throw new CannotStart('The centre is no port: run juxta centre.')
    // A site needs everything; the other commands should not wait for it to load.
    const { runSite } = await import('./run-site.ts')
    const own = joined.find(({ port }) => port === named)
    return runSite(named, io, own === undefined ? process.env : environmentOf(own, process.env))
  },
}
