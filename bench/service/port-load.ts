import type { CommandIo } from '../../src/platform/cli/door.ts'
import { benchCameras } from '../intake/bench-cameras.ts'
import { load, type Run } from '../intake/load.ts'
import { openSide, sideNames, type Side } from '../intake/side.ts'
import { listPlates } from './listed-plates.ts'
import { memoryOf, type Memory } from './memory.ts'

export interface Rate {
  readonly ratePerSecond: number
  readonly seconds: number
}

export interface PortLoad {
  readonly runs: readonly Run[]
  /** Of Juxta, after all runs. */
  readonly memory: Memory
}

/** Of so many messages one is of a listed vehicle: 2%, as of the country's reads. */
const listedEveryNth = 50

/** Until both programs are compiled, their connections open and their tables no longer empty, they are measured for nothing. */
const warmUp: Rate = { ratePerSecond: 300, seconds: 4 }

/** One port on this machine beside its peers: the same rates for each, one after the other, on one PostgreSQL. */
export async function measurePort(databaseUrl: string, folder: string, rates: readonly Rate[], io: CommandIo): Promise<PortLoad> {
  const wanted = { lanes: benchCameras.length, listed: { everyNth: listedEveryNth, next: await listPlates(databaseUrl) } }
  const sides: Side[] = []
  // One after the other: both peers make their table.
  for (const name of sideNames) sides.push(await openSide(name, databaseUrl, folder))
  for (const side of sides) await load(side, { ...warmUp, ...wanted })
  const runs: Run[] = []
  for (const rate of rates) {
    for (const side of sides) {
      io.err(`${side.name}: ${rate.ratePerSecond} reads/s for ${rate.seconds} s\n`)
      runs.push(await load(side, { ...rate, ...wanted }))
    }
  }
  const [juxta] = sides
  const memory = await memoryOf(juxta?.processId ?? 0, juxta?.databaseProcessId ?? 0)
  for (const side of sides) await side.close()
  return { runs, memory }
}
