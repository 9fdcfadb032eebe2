import type { Command } from '#platform/cli'
import { runSite } from './run-site.ts'
import { flagsOf } from './flags.ts'

/** `juxta centre`: coordination, casework, oversight and the public door. */
export const centreCommand: Command = {
  name: 'centre',
  summary: 'run the coordination centre and the public door',
  run: async (args, io) => {
    flagsOf(args, {})
    return runSite('centre', io)
  },
}
