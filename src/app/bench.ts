import { exitCodes, type Command } from '#platform/cli'

/** `juxta bench intake`: measurements that anyone can run again. */
export const benchCommand: Command = {
  name: 'bench',
  usage: 'intake [--json FILE]',
  summary: 'measure camera to board, beside a plain route that inserts one row a request',
  run: async (args, io) => {
    const [what, flag, file] = args
    if (what !== 'intake' || (flag !== undefined && (flag !== '--json' || file === undefined))) {
      io.err('Usage: juxta bench intake [--json FILE]\n')
      return exitCodes.wrongInput
    }
    // Loaded only when asked for: a site that works needs none of it.
    const { benchIntake } = await import('../../bench/intake.ts')
    return benchIntake(io, file)
  },
}
