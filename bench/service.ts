import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodes, type CommandIo } from '../src/platform/cli/door.ts'
import { ensureDatabase, migrate, migrationsIn } from '../src/platform/database/door.ts'
import { machine } from './kit/machine.ts'
import { inScratchFolder, withServer } from './kit/scratch.ts'
import { measurePort, type PortLoad, type Rate } from './service/port-load.ts'
import { juxtaAgainst, portTable } from './service/tables.ts'

/** The country's mean, its peak, and what the national platform says it can take in. */
const short: readonly Rate[] = [{ ratePerSecond: 1000, seconds: 6 }, { ratePerSecond: 5000, seconds: 5 }, { ratePerSecond: 12_000, seconds: 3 }]
const long: readonly Rate[] = [{ ratePerSecond: 1000, seconds: 30 }, { ratePerSecond: 5000, seconds: 30 }, { ratePerSecond: 12_000, seconds: 20 }]

/** The whole service of one port, from the camera's socket to the officer's, beside its peers. */
export async function benchService(io: CommandIo, jsonFile: string | undefined, isLong: boolean): Promise<number> {
  const port = await inScratchFolder((folder) => measureOnePort(folder, isLong ? long : short, io))
  io.out(`${portTable(port)}\n${machine()}\n${meaning}`)
  if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify({ machine: machine(), port: { ...port, ratios: juxtaAgainst(port.runs) } }, null, 2)}\n`)
  return exitCodes.done
}

async function measureOnePort(folder: string, rates: readonly Rate[], io: CommandIo): Promise<PortLoad> {
  return withServer(join(folder, 'database'), { durable: true }, async (url) => {
    await ensureDatabase(url('postgres'), 'bench')
    await migrate(url('bench'), await migrationsIn())
    return measurePort(url('bench'), folder, rates, io)
  })
}

const meaning = `Delays count from the moment a message was due at the camera. Program, PostgreSQL, cameras and screens share these cores. "kept": answered 200,
after a flush; whatever was not is said to the camera. "sustained": from the first message until the last is stored, joined to its crossing,
matched and shown; below the rate asked for, it is the ceiling of this machine at this load. 2% of the vehicles are listed: their hits are
counted at the socket of the product's own lane board. The peers insert one row a read, and match nothing.
`
