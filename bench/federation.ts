import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodes, type CommandIo } from '../src/platform/cli/door.ts'
import { dayOfReads, measureCatchUp } from './federation/catch-up.ts'
import { measureNews } from './federation/news-between-sites.ts'
import { measureLag } from './federation/replication-lag.ts'
import { startSites } from './federation/sites.ts'
import { catchUpTable, lagTable, newsTable } from './federation/tables.ts'
import { machine } from './kit/machine.ts'
import { inScratchFolder } from './kit/scratch.ts'

interface Plan {
  readonly lagRates: readonly { readonly ratePerSecond: number; readonly seconds: number }[]
  readonly newsTimes: number
}

const short: Plan = { lagRates: [{ ratePerSecond: 100, seconds: 6 }, { ratePerSecond: 1000, seconds: 5 }], newsTimes: 30 }
const long: Plan = { lagRates: [{ ratePerSecond: 100, seconds: 30 }, { ratePerSecond: 1000, seconds: 30 }], newsTimes: 200 }

/** The centre and two ports: how soon one knows what another has, also after a day's cut. */
export async function benchFederation(io: CommandIo, jsonFile: string | undefined, isLong: boolean): Promise<number> {
  const measured = await inScratchFolder((folder) => measureBetweenSites(join(folder, 'sites'), isLong ? long : short, io))
  io.out(`${newsTable(measured.news)}\n${lagTable(measured.lags)}\n${catchUpTable(measured.catchUp)}\n${machine()}\nAll sites, cameras and screens share these cores, which real sites would not.\n`)
  if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify({ machine: machine(), ...measured }, null, 2)}\n`)
  return exitCodes.done
}

async function measureBetweenSites(folder: string, { lagRates, newsTimes }: Plan, io: CommandIo) {
  io.err('three sites start\n')
  const sites = await startSites(folder)
  try {
    io.err(`${newsTimes} entries, hits and searches between sites\n`)
    const news = await measureNews(sites, newsTimes)
    const lags = []
    for (const { ratePerSecond, seconds } of lagRates) {
      io.err(`replication at ${ratePerSecond} reads/s for ${seconds} s\n`)
      lags.push(await measureLag(sites, ratePerSecond, seconds))
    }
    io.err(`a day's cut, ${dayOfReads} reads\n`)
    return { news, lags, catchUp: await measureCatchUp(sites, dayOfReads) }
  } finally {
    await sites.stop()
  }
}
