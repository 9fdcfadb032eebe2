import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { exitCodes, type CommandIo } from '../src/platform/cli/door.ts'
import { ensureDatabase, migrate, migrationsIn, startEmbedded } from '../src/platform/database/door.ts'
import { dayOfReads, measureCatchUp } from './service/catch-up.ts'
import { measureNews } from './service/news-between-sites.ts'
import { measurePort, type Rate } from './service/port-load.ts'
import { measureLag } from './service/replication-lag.ts'
import { startSites } from './service/sites.ts'
import { catchUpTable, juxtaAgainst, lagTable, newsTable, portTable } from './service/tables.ts'

interface Plan {
  /** The country's mean, its peak, and what the national platform says it can take in. */
  readonly rates: readonly Rate[]
  readonly lagRates: readonly Rate[]
  readonly newsTimes: number
}

const short: Plan = {
  rates: [{ ratePerSecond: 1000, seconds: 6 }, { ratePerSecond: 5000, seconds: 5 }, { ratePerSecond: 12_000, seconds: 3 }],
  lagRates: [{ ratePerSecond: 100, seconds: 6 }, { ratePerSecond: 1000, seconds: 5 }],
  newsTimes: 30,
}

const long: Plan = {
  rates: [{ ratePerSecond: 1000, seconds: 30 }, { ratePerSecond: 5000, seconds: 30 }, { ratePerSecond: 12_000, seconds: 20 }],
  lagRates: [{ ratePerSecond: 100, seconds: 30 }, { ratePerSecond: 1000, seconds: 30 }],
  newsTimes: 200,
}

/** The whole service: what one port bears beside its peers, and then how soon the others know, also after a day's cut. */
export async function benchService(io: CommandIo, jsonFile: string | undefined, isLong: boolean): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-bench-'))
  // Run by root, PostgreSQL is another user, who has to pass through.
  await chmod(folder, 0o755)
  try {
    const plan = isLong ? long : short
    const port = await measureOnePort(folder, plan, io)
    io.out(`${portTable(port)}\n`)
    const between = await measureBetweenSites(join(folder, 'sites'), plan, io)
    io.out(`${newsTable(between.news)}\n${lagTable(between.lags)}\n${catchUpTable(between.catchUp)}\n${machine()}\n${meaning}`)
    if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify({ machine: machine(), port: { ...port, ratios: juxtaAgainst(port.runs) }, ...between }, null, 2)}\n`)
    return exitCodes.done
  } finally {
    // A server that is told to stop may still be writing its last words.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
}

async function measureOnePort(folder: string, { rates }: Plan, io: CommandIo) {
  const server = await startEmbedded(join(folder, 'database'), { durable: true })
  try {
    await ensureDatabase(server.url('postgres'), 'bench')
    await migrate(server.url('bench'), await migrationsIn())
    return await measurePort(server.url('bench'), folder, rates, io)
  } finally {
    await server.stop()
  }
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

function machine(): string {
  return `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), load average ${loadavg().map((load) => load.toFixed(1)).join(' ')}, Node ${process.version}`
}

const meaning = `Delays count from the moment a message was due at the camera. Program, PostgreSQL, cameras and screens share these cores. "kept": answered 200,
after a flush; whatever was not is said to the camera. "sustained": from the first message until the last is stored, joined to its crossing,
matched and shown; below the rate asked for, it is the ceiling of this machine at this load. 2% of the vehicles are listed: their hits are
counted at the socket of the product's own lane board. The peers insert one row a read, and match nothing.
`
