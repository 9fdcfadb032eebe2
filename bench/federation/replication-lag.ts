import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { makePlate } from '../../src/app/traffic/plates.ts'
import { seededRandom } from '../../src/app/traffic/random.ts'
import { latencyOf, type Latency } from '../intake/latency.ts'
import { camerasAt } from './between-sites.ts'
import type { RunningSite, RunningSites } from './sites.ts'

export interface Lag {
  readonly ratePerSecond: number
  readonly reads: number
  /** Stored at Calais, until the same row is at the centre. */
  readonly readToCentre: Latency
  readonly neverArrived: number
}

/** Of so many reads one is watched at both ends. */
const watchedEveryNth = 20

const lookEveryMs = 4
const settleMs = 30_000

/** Reads at a port at a fixed rate, and when some of them are at the centre. */
export async function measureLag(sites: RunningSites, ratePerSecond: number, seconds: number): Promise<Lag> {
  const random = seededRandom(ratePerSecond)
  const cameras = await camerasAt(sites.at('calais'), 64)
  const watched = new Set<string>()
  const ends = [sites.at('calais'), sites.at('centre')] as const
  // Only to be watched by: nothing of the product asks for reads by their plate.
  for (const { db } of ends) await sql`create index if not exists bench_by_plate on arrivals.plate_read (plate)`.execute(db)
  const watching = ends.map((end) => watch(end, watched))
  const startedMs = performance.now()
  const sending: Promise<void>[] = []
  for (let index = 0; index < ratePerSecond * seconds; index++) {
    const aheadMs = startedMs + (index * 1000) / ratePerSecond - performance.now()
    if (aheadMs > 1) await pause(aheadMs)
    const isWatched = index % watchedEveryNth === 0
    const registration = isWatched ? `W${ratePerSecond}X${index}` : makePlate(random).plate
    if (isWatched) watched.add(registration)
    sending.push(cameras.see(registration, index))
  }
  await Promise.all(sending)
  const [there, here] = await Promise.all(watching.map((each) => each.allSeen(settleMs)))
  cameras.close()
  const delays = [...watched].flatMap((registration) => {
    const [storedMs, arrivedMs] = [there?.get(registration), here?.get(registration)]
    return storedMs === undefined || arrivedMs === undefined ? [] : [Math.max(0, arrivedMs - storedMs)]
  })
  return { ratePerSecond, reads: ratePerSecond * seconds, readToCentre: latencyOf(delays), neverArrived: watched.size - delays.length }
}

interface Watching {
  allSeen(withinMs: number): Promise<ReadonlyMap<string, number>>
}

/** Looks every few milliseconds which of the watched plates a site's database has. */
function watch({ db }: RunningSite, watched: ReadonlySet<string>): Watching {
  const seenAtMs = new Map<string, number>()
  let until = Infinity
  const looking = (async () => {
    while (performance.now() < until) {
      const missing = [...watched].filter((registration) => !seenAtMs.has(registration))
      if (missing.length === 0 && until !== Infinity) return
      const { rows } = await sql<{ plate: string }>`select plate from arrivals.plate_read where plate = any(${missing}) and site = 'calais'`.execute(db)
      const nowMs = performance.now()
      for (const { plate } of rows) seenAtMs.set(plate, nowMs)
      await pause(lookEveryMs)
    }
  })()
  return {
    allSeen: async (withinMs) => {
      until = performance.now() + withinMs
      await looking
      return seenAtMs
    },
  }
}
