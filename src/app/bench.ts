import { exitCodes, type Command, type CommandIo } from '#platform/cli'
import { flagsOf } from './flags.ts'

/** What a measurement may be asked for: where its figures go, more of the same, or another size. */
interface Asked {
  readonly json?: string
  readonly long?: boolean
  readonly cases?: string
}

type Bench = (io: CommandIo, asked: Asked) => Promise<number>

/** Each is loaded only when asked for: a site that works needs none of them. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  intake: async () => byFile((await import('../../bench/intake.ts')).benchIntake),
  match: async () => byFile((await import('../../bench/match.ts')).benchMatch),
  history: async () => byFile((await import('../../bench/history.ts')).benchHistory),
  service: async () => byFile((await import('../../bench/service.ts')).benchService),
  federation: async () => byFile((await import('../../bench/federation.ts')).benchFederation),
  quality: async () => byFile((await import('../../bench/quality.ts')).benchQuality),
  casework: async () => {
    const { benchCasework } = await import('../../bench/casework.ts')
    return (io, { json, cases }) => benchCasework(io, json, cases === undefined ? undefined : Number(cases))
  },
}

/** For those that are asked for a file and a length and nothing else. */
function byFile(bench: (io: CommandIo, jsonFile: string | undefined, isLong: boolean) => Promise<number>): Bench {
  return (io, { json, long = false }) => bench(io, json, long)
}

const names = Object.keys(benches).join('|')

/** `juxta bench NAME`: measurements that anyone can run again. */
export const benchCommand: Command = {
  name: 'bench',
  usage: `${names} [--long] [--cases NUMBER] [--json FILE]`,
  summary: 'measure, beside others that do the same, and print a table',
  run: async ([what = '', ...args], io) => {
    const load = Object.hasOwn(benches, what) ? benches[what] : undefined
    if (load === undefined) {
      io.err(`Usage: juxta bench ${names} [--long] [--cases NUMBER] [--json FILE]\n`)
      return exitCodes.wrongInput
    }
    return (await load())(io, flagsOf(args, { json: 'text', long: 'yes', cases: 'text' }))
  },
}
