import type { Command } from '#platform/cli'
import { CannotStart, siteNamed } from '#platform/config'
import { runSite } from './run-site.ts'
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
    return runSite(named, io)
  },
}
