import { killBattery, type BatteryReport } from './kills.ts'
import { linkBattery } from './links.ts'
import { clockBattery } from './clocks.ts'
import { floodBattery } from './flood.ts'
import { fullDiskBattery } from './full-disk.ts'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { times: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' }, 'per-second': { type: 'string', default: '150' }, seconds: { type: 'string', default: '60' } } })
const battery = { seed: Number(values.seed), times: Number(values.times), tell: (words: string) => void process.stderr.write(`  ${words}\n`) }
const batteries: Readonly<Record<string, () => Promise<BatteryReport>>> = { kills: () => killBattery(battery), links: () => linkBattery(battery), disk: () => fullDiskBattery(battery), clocks: () => clockBattery(battery), flood: () => floodBattery({ ...battery, perSecond: Number(values['per-second']), seconds: Number(values.seconds) }) }
const report = await batteries[positionals[0] ?? '']?.()
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
process.exitCode = report === undefined || report.faults.length > 0 ? 1 : 0
