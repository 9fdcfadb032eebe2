import { exitCodes, type Command, type CommandIo } from '#platform/cli'
import { flagsOf } from './flags.ts'

/** `isLong` asks for more of the same, where a measurement has a longer form. */
type Bench = (io: CommandIo, jsonFile: string | undefined, isLong: boolean) => Promise<number>

/** Each is loaded only when asked for: a site that works needs none of them. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  intake: async () => (await import('../../bench/intake.ts')).benchIntake,
  matching: async () => (await import('../../bench/matching.ts')).benchMatching,
  history: async () => (await import('../../bench/history.ts')).benchHistory,
  service: async () => (await import('../../bench/service.ts')).benchService,
  'match-quality': async () => (await import('../../bench/match-quality.ts')).benchMatchQuality,
}

const names = Object.keys(benches).join('|')

/** `juxta bench NAME`: measurements that anyone can run again. */
export const benchCommand: Command = {
  name: 'bench',
  usage: `${names} [--long] [--json FILE]`,
  summary: 'measure, beside others that do the same, and print a table',
  run: async ([what = '', ...args], io) => {
    const load = Object.hasOwn(benches, what) ? benches[what] : undefined
    if (load === undefined) {
      io.err(`Usage: juxta bench ${names} [--long] [--json FILE]\n`)
      return exitCodes.wrongInput
    }
    const { json, long = false } = flagsOf(args, { json: 'text', long: 'yes' })
    return (await load())(io, json, long)
  },
}
