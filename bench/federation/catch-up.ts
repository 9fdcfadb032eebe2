import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { latencyOf, type Latency } from '../intake/latency.ts'
import { camerasAt, hearHits, list, unlikePlates, whenThere, type Cameras, type HitsHeard } from './between-sites.ts'
import { rowsOfCalais } from './news-between-sites.ts'
import type { RunningSite, RunningSites } from './sites.ts'

export interface CatchUp {
  readonly backlogReads: number
  /** From healing the line until the centre has every read, and the other port every crossing. */
  readonly centreSeconds: number | undefined
  readonly otherPortSeconds: number | undefined
  /** A listed vehicle seen at the port, until its hit is told there: before the cut, and while the backlog flows. */
  readonly liveBefore: Live
  readonly liveMeanwhile: Live
}

export interface Live {
  readonly hitAtPort: Latency
  /** The same, until the centre is told. */
  readonly hitAtCentre: Latency
}

/** A cut port at the peak hour's rate for a day: anpr.md 7. */
export const dayOfReads = 230_000

const rowsAtOnce = 10_000
const liveEveryMs = 200
const livePlates = 40
const liveSeed = 4
const givenUpMs = 240_000
const liveGivenUpMs = 30_000

/** The line to Calais is cut, a day's reads are there as if cameras had sent them, the line is healed, and vehicles go on passing. */
export async function measureCatchUp(sites: RunningSites, backlogReads: number): Promise<CatchUp> {
  const [centre, calais, dunkerque] = [sites.at('centre'), sites.at('calais'), sites.at('dunkerque')]
  const plates = unlikePlates(livePlates * 2, liveSeed)
  for (const registration of plates) await list(registration, centre)
  await pause(1000)
  const heard = { port: await hearHits(calais), centre: await hearHits(centre) }
  const cameras = await camerasAt(calais)
  const liveBefore = await passing(cameras, heard, plates.slice(0, livePlates))
  await sites.control.cut('calais')
  await writeBacklog(calais, backlogReads)
  await sites.control.heal('calais')
  const healedMs = performance.now()
  const secondsUntil = async (at: RunningSite, table: 'plate_read' | 'crossing') => {
    const thereMs = await whenThere(async () => {
      await pause(200)
      const [written, arrived] = await Promise.all([rowsOfCalais(calais, table), rowsOfCalais(at, table)])
      return arrived >= written ? performance.now() : undefined
    }, givenUpMs)
    return thereMs === undefined ? undefined : Math.round((thereMs - healedMs) / 100) / 10
  }
  const [liveMeanwhile, centreSeconds, otherPortSeconds] = await Promise.all([passing(cameras, heard, plates.slice(livePlates)), secondsUntil(centre, 'plate_read'), secondsUntil(dunkerque, 'crossing')])
  cameras.close()
  await Promise.all([heard.port.close(), heard.centre.close()])
  return { backlogReads, centreSeconds, otherPortSeconds, liveBefore, liveMeanwhile }
}

async function passing(cameras: Cameras, heard: Readonly<Record<'port' | 'centre', HitsHeard>>, plates: readonly string[]): Promise<Live> {
  const delays = { port: [] as number[], centre: [] as number[] }
  const waits: Promise<void>[] = []
  for (const [turn, registration] of plates.entries()) {
    const seenMs = performance.now()
    await cameras.see(registration, turn)
    for (const at of ['port', 'centre'] as const) {
      waits.push(whenThere(() => heard[at].heardAtMs(registration), liveGivenUpMs).then((heardMs) => void (heardMs !== undefined && delays[at].push(heardMs - seenMs))))
    }
    await pause(liveEveryMs)
  }
  await Promise.all(waits)
  return { hitAtPort: latencyOf(delays.port), hitAtCentre: latencyOf(delays.centre) }
}

/** Reads with a crossing and a plate each, spread over the last day, as they would lie there after the cut. */
async function writeBacklog({ db }: RunningSite, reads: number): Promise<void> {
  for (let from = 0; from < reads; from += rowsAtOnce) {
    const upTo = Math.min(from + rowsAtOnce, reads) - 1
    await sql`
      with seen as (
        select n, at, 'K' || lpad(to_hex(n), 6, '0') as plate, (n % 6 + 1)::text as lane, left(arrivals.first_id_at(at)::text, 14) as filed
        from generate_series(${from}::int, ${upTo}::int) as n, lateral (select now() - interval '24 hours' * (1 - n::float8 / ${reads}::float8) as at) as moment
      ), made as (
        select seen.*, ids.* from seen, lateral (select
          (filed || '7' || substr(md5('r' || n), 1, 3) || '-a' || substr(md5('r' || n), 4, 3) || '-' || substr(md5('r' || n), 7, 12))::uuid as read_id,
          (filed || '7' || substr(md5('c' || n), 1, 3) || '-a' || substr(md5('c' || n), 4, 3) || '-' || substr(md5('c' || n), 7, 12))::uuid as crossing_id,
          (filed || '7' || substr(md5('p' || n), 1, 3) || '-a' || substr(md5('p' || n), 4, 3) || '-' || substr(md5('p' || n), 7, 12))::uuid as plate_id) as ids
      ), reads as (
        insert into arrivals.plate_read (id, site, camera_id, lane, captured_at, received_at, plate, plate_as_read, country, confidence, candidates, state, format, raw_sha256, spool_position, same_as_sha256)
        select read_id, 'calais', 'calais-' || lane || '-front', lane, at, at, plate, plate, 'FR', 0.93, '[]', 'final', 'hikvision', encode(sha256(plate::bytea), 'hex'), -1, encode(sha256(plate::bytea), 'hex') from made
      ), crossings as (
        insert into arrivals.crossing (id, site, lane, first_seen_at, last_seen_at) select crossing_id, 'calais', lane, at, at from made
      )
      insert into arrivals.crossing_plate (id, site, crossing_id, part, plate, country, confidence, read_id, seen_at)
      select plate_id, 'calais', crossing_id, 'tractor', plate, 'FR', 0.93, read_id, at from made`.execute(db)
  }
}
