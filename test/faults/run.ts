import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { clockBattery } from './clocks.ts'
import { floodBattery } from './flood.ts'
import { fullDiskBattery } from './full-disk.ts'
import { killBattery } from './kills.ts'
import { lightBattery, mutantNames } from './light.ts'
import { linkBattery } from './links.ts'
import { mixedBattery } from './mixed.ts'
import { mutants } from './mutants.ts'

/** `juxta faults`: one battery at the size asked for, its report as JSON, and exit 1 if the judge found anything. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'times': { type: 'string', default: '200' }, 'seed': { type: 'string', default: '1' },
    'per-second': { type: 'string', default: '150' }, 'seconds': { type: 'string', default: '60' }, 'json': { type: 'string' },
  },
})
const tell = (words: string): void => void process.stderr.write(`  ${words}\n`)
const battery = { seed: Number(values.seed), times: Number(values.times), tell }

interface Report {
  readonly faults: readonly string[]
}

const batteries: Readonly<Record<string, () => Promise<Report>>> = {
  kills: () => killBattery(battery),
  links: () => linkBattery(battery),
  mixed: () => mixedBattery({ ...battery, listsLater: true }),
  disk: () => fullDiskBattery(battery),
  clocks: () => clockBattery(battery),
  flood: () => floodBattery({ ...battery, perSecond: Number(values['per-second']), seconds: Number(values.seconds) }),
  mutants: allMutants,
}

async function allMutants(): Promise<Report> {
  const faults: string[] = []
  const intact = await lightBattery({ seed: battery.seed, times: battery.times, powerCut: true })
  faults.push(...intact.faults)
  for (const name of mutantNames) {
    const mutant = mutants[name]
    const verdict = await lightBattery({ seed: battery.seed, times: battery.times, mutant: name, powerCut: mutant?.needsPowerCut === true })
    const caught = mutant?.caughtAs.test(verdict.faults.join('\n')) === true
    tell(`${caught ? 'caught' : 'NOT CAUGHT'}: a port that ${name} (${verdict.faults.length} faults found)`)
    if (!caught) faults.push(`A port that ${name} was not caught`)
  }
  return { faults }
}

const report = await batteries[positionals[0] ?? '']?.()
if (report === undefined) {
  process.stderr.write(`Usage: juxta faults ${Object.keys(batteries).join('|')} [--times N] [--seed N] [--per-second N] [--seconds N] [--json FILE]\n`)
  process.exit(2)
}
const written = `${JSON.stringify(report, null, 2)}\n`
process.stdout.write(written)
if (values.json !== undefined) await writeFile(values.json, written)
process.exit(report.faults.length > 0 ? 1 : 0)
