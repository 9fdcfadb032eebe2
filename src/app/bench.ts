import { exitCodes, type Command, type CommandIo } from '#platform/cli'

type Bench = (io: CommandIo, jsonFile: string | undefined) => Promise<number>

/** Each is loaded only when asked for: a site that works needs none of them. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  intake: async () => (await import('../../bench/intake.ts')).benchIntake,
  matching: async () => (await import('../../bench/matching.ts')).benchMatching,
  history: async () => (await import('../../bench/history.ts')).benchHistory,
  'match-quality': async () => (await import('../../bench/match-quality.ts')).benchMatchQuality,
}

const names = Object.keys(benches).join('|')

/** `juxta bench NAME`: measurements that anyone can run again. */
export const benchCommand: Command = {
  name: 'bench',
  usage: `${names} [--json FILE]`,
  summary: 'measure, beside others that do the same, and print a table',
  run: async (args, io) => {
    const [what = '', flag, file] = args
    const load = Object.hasOwn(benches, what) ? benches[what] : undefined
    if (load === undefined || (flag !== undefined && (flag !== '--json' || file === undefined))) {
      io.err(`Usage: juxta bench ${names} [--json FILE]\n`)
      return exitCodes.wrongInput
    }
    return (await load())(io, file)
  },
}
