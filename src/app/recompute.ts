import { recomputeAll } from '#casework/penalties'
import { exitCodes, type Command } from '#platform/cli'
import { atDatabaseOf } from './at-database-of.ts'

/** `juxta recompute`: the law asked again on the stored facts of every proposal, decision and determination. */
export const recomputeCommand: Command = {
  name: 'recompute',
  summary: 'ask the law again about every stored decision; exit 1 and name the rule where it answers otherwise now',
  run: async (_args, io) => {
    const { asked, differing } = await atDatabaseOf('centre', recomputeAll)
    io.out(`${JSON.stringify({ asked, same: asked - differing.length, differing }, null, 2)}\n`)
    return differing.length === 0 ? exitCodes.done : exitCodes.failed
  },
}
