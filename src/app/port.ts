import type { Command } from '#platform/cli'
import { CannotStart, siteNamed } from '#platform/config'
import { flagsOf } from './flags.ts'

/** `juxta port --site calais`: one control, able to work alone. */
export const portCommand: Command = {
  name: 'port',
  usage: '--site calais|coquelles|dunkerque',
  summary: 'run one port: intake, matching, lanes, searches',
  run: async (args, io) => {
    const { site } = flagsOf(args, { site: 'text' })
    const named = siteNamed(site)
    if (named === 'centre') throw new CannotStart('The centre is no port: run juxta centre.')
    // A site needs everything; the other commands should not wait for it to load.
    const { runSite } = await import('./run-site.ts')
    return runSite(named, io)
  },
}
