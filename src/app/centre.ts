import type { Command } from '#platform/cli'
import { flagsOf } from './flags.ts'

/** `juxta centre`: coordination, casework, oversight and the public door. */
export const centreCommand: Command = {
  name: 'centre',
  summary: 'run the coordination centre and the public door',
  run: async (args, io) => {
    flagsOf(args, {})
    // A site needs everything; the other commands should not wait for it to load.
    const { runSite } = await import('./run-site.ts')
    return runSite('centre', io)
  },
}
