import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { hitsOfPlate } from '../../src/border/arrivals/door.ts'
import { systemClock } from '../../src/platform/clock/door.ts'
import { hoursAfter, plate } from '../../src/values/door.ts'
import { follow } from '../intake/follow.ts'
import { latencyOf, type Latency } from '../intake/latency.ts'
import { camerasAt, hearHits, list, search, unlikePlates, whenThere } from './between-sites.ts'
import type { RunningSite, RunningSites } from './sites.ts'

/** Long enough for anything that is coming at all. */
const givenUpMs = 15_000

const newsSeed = 3

export interface News {
  /** Saved at the centre, until a port that sees the vehicle all the while raises its hit. */
  readonly listToPort: Latency
  /** Raised at Calais, until the centre's database tells of it. */
  readonly hitToCentre: Latency
  /** Searched at Calais, until the card of the same vehicle on the lane board at Dunkerque says so, at its socket. */
  readonly searchToOtherBoard: Latency
  readonly neverArrived: number
}

/** What is saved at one site, until it is known at another. */
export async function measureNews(sites: RunningSites, times: number): Promise<News> {
  const [centre, calais, dunkerque] = [sites.at('centre'), sites.at('calais'), sites.at('dunkerque')]
  const plates = unlikePlates(times, newsSeed)
  const pushed: (number | undefined)[] = []
  const carried: (number | undefined)[] = []
  const [atCalais, atCentre] = [await hearHits(calais), await hearHits(centre)]
  const cameras = await camerasAt(calais)
  for (const [turn, registration] of plates.entries()) {
    const seeing = everyFewMs(() => cameras.see(registration, turn))
    await list(registration, centre)
    const savedMs = performance.now()
    const raisedMs = await whenThere(() => atCalais.heardAtMs(registration), givenUpMs)
    await seeing.stop()
    const knownMs = await whenThere(() => atCentre.heardAtMs(registration), givenUpMs)
    pushed.push(raisedMs === undefined ? undefined : raisedMs - savedMs)
    carried.push(raisedMs === undefined || knownMs === undefined ? undefined : knownMs - raisedMs)
  }
  cameras.close()
  await Promise.all([atCalais.close(), atCentre.close()])
  const searched = await searchesOnOtherBoard({ calais, dunkerque }, plates)
  return {
    listToPort: latencyOf(known(pushed)), hitToCentre: latencyOf(known(carried)), searchToOtherBoard: latencyOf(known(searched)),
    neverArrived: [...pushed, ...carried, ...searched].filter((delay) => delay === undefined).length,
  }
}

function known(delays: readonly (number | undefined)[]): readonly number[] {
  return delays.filter((delay) => delay !== undefined)
}

/** So that the port has a read to match within milliseconds of knowing the entry. */
const seenEveryMs = 5

function everyFewMs(act: () => Promise<void>): { stop(): Promise<void> } {
  const stop = new AbortController()
  const running = (async () => {
    while (!stop.signal.aborted) {
      await act()
      await pause(seenEveryMs)
    }
  })()
  return {
    stop: async () => {
      stop.abort()
      await running
    },
  }
}

/** Each vehicle first has a hit at Dunkerque, whose card stands on the board; then it is searched at Calais. */
async function searchesOnOtherBoard({ calais, dunkerque }: Readonly<Record<'calais' | 'dunkerque', RunningSite>>, plates: readonly string[]): Promise<readonly (number | undefined)[]> {
  const drawnAtMs = new Map<string, number>()
  const screen = await follow(`${dunkerque.address}/live/lanes`, { cookie: dunkerque.session }, (line, atMs) => {
    const hit = /^data: \{"id":"hit-([0-9a-f-]{36})"/.exec(line)?.[1]
    if (hit !== undefined) drawnAtMs.set(hit, atMs)
  })
  const cameras = await camerasAt(dunkerque)
  const delays: (number | undefined)[] = []
  for (const [turn, registration] of plates.entries()) {
    await cameras.see(registration, turn)
    const hit = await whenThere(() => hitAt(dunkerque, registration), givenUpMs)
    await whenThere(async () => (hit === undefined ? undefined : drawnAtMs.get(hit)), givenUpMs)
    // What else the hit set in motion is drawn by then, so the next drawing is the search's.
    await pause(calmBeforeSearchMs)
    const startedMs = performance.now()
    await search(registration, calais)
    const savedMs = performance.now()
    delays.push(await whenThere(async () => {
      const atMs = hit === undefined ? undefined : drawnAtMs.get(hit)
      return atMs !== undefined && atMs > startedMs ? Math.max(0, atMs - savedMs) : undefined
    }, givenUpMs))
  }
  screen.close()
  cameras.close()
  return delays
}

const calmBeforeSearchMs = 400

async function hitAt({ db, site }: RunningSite, registration: string): Promise<string | undefined> {
  const hits = await hitsOfPlate(db, plate(registration), { since: hoursAfter(-1, systemClock.now()), most: 10 })
  return hits.find((hit) => hit.site === site)?.id
}

/** How many rows of Calais a site has. */
export async function rowsOfCalais({ db }: RunningSite, table: 'plate_read' | 'crossing'): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*) as number from ${sql.table(`arrivals.${table}`)} where site = 'calais'`.execute(db)
  return rows[0]?.number ?? 0
}
