import { sql, type RawBuilder } from 'kysely'
import { plannedOnce, prepared, type Database } from '#platform/database'
import { firstIdAt } from '#platform/identity'
import { dayOf, epochMsOf, wallZone, type CalendarDate, type Instant, type Plate, type Port, type Site } from '#values'
import { folded, isPlate } from '../crossing/crossing.store.ts'
import { filedSlackMs, weeksPerStride } from '../limits.ts'
import { isWhole, likePatterns, type Closeness } from './plate-patterns.ts'

/** One plate at one place, as a search of vehicles lists it. */
export interface SeenPlate {
  readonly id: string
  readonly crossingId: string
  readonly plate: Plate
  readonly country: string | null
  readonly site: Site
  readonly lane: string | null
  readonly seenAt: Instant
  readonly on: CalendarDate
}

export interface Wanted {
  /** `#` for one unknown character, `*` for any number. */
  readonly pattern: string
  readonly closeness: Closeness
  readonly site?: Port | undefined
  readonly lane?: string | undefined
  readonly since: Instant
  readonly until: Instant
}

export interface Page {
  /** The last sighting of the page before; this one begins with the next older. */
  readonly before?: string | undefined
  readonly most: number
}

export interface Sightings {
  readonly seen: readonly SeenPlate[]
  /** Whether older ones are left. */
  readonly more: boolean
}

/**
 * Where plates like this were seen, at every port or at one, the newest first. Goes back in strides of more and more weeks, so
 * that a search that is soon answered opens few of them, and one that is not asks few questions.
 */
export async function sightingsLike(db: Database, wanted: Wanted, page: Page): Promise<Sightings> {
  const rows = isOneKey(wanted) ? await plannedOnce(db, (tx) => inStrides(tx, wanted, page)) : await inStrides(db, wanted, page)
  const seen = await withLanes(db, rows.slice(0, page.most))
  return { seen, more: rows.length > page.most }
}

/** A plate that is one key of an index leads to its few rows whatever the stretch of time; to anything else the planner has to know how long that is. */
function isOneKey({ pattern, closeness }: Wanted): boolean {
  return isWhole(pattern) && closeness !== 'one-off'
}

/** One more than the page shows, where there is one. */
async function inStrides(db: Database, wanted: Wanted, { before, most }: Page): Promise<readonly SeenRow[]> {
  const seen: SeenRow[] = []
  for (const stride of stridesOf(wanted, before)) {
    seen.push(...await seenIn(db, wanted, { ...stride, most: most + 1 - seen.length }))
    if (seen.length > most) break
  }
  return seen
}

interface Stride {
  /** The least and the first too great of the ids that lie in it. */
  readonly from: string
  readonly to: string
}

const weekMs = 7 * 86_400_000

function* stridesOf({ since, until }: Wanted, before: string | undefined): Generator<Stride> {
  const firstMs = epochMsOf(since) - filedSlackMs
  let toMs = filedMs(before) ?? epochMsOf(until) + filedSlackMs
  let to = before ?? firstIdAt(toMs)
  for (const weeks of weeksPerStride) {
    const fromMs = Math.max(firstMs, toMs - weeks * weekMs)
    yield { from: firstIdAt(fromMs), to }
    if (fromMs === firstMs) return
    toMs = fromMs
    to = firstIdAt(fromMs)
  }
}

/** The moment an id is filed under. */
function filedMs(id: string | undefined): number | undefined {
  return id === undefined ? undefined : Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

/**
 * The plates that fit. Patterns are asked one by one, each a walk of the index: joined by `or` the planner takes so many of
 * them for a reason to read everything, and spends longer on its plan than the search takes.
 */
function fitting({ pattern, closeness }: Wanted, within: RawBuilder<unknown>) {
  const seen = sql`select seen.* from arrivals.crossing_plate seen where ${within}`
  if (isWhole(pattern) && closeness === 'exact') return sql`${seen} and ${isPlate(sql`seen.plate`, pattern)}`
  if (isWhole(pattern) && closeness === 'confused') return sql`${seen} and ${folded(sql`seen.plate`)} = ${folded(sql`${pattern}`)}`
  const patterns = likePatterns(pattern, closeness)
  const letterByLetter = closeness === 'exact' ? sql`and seen.plate like ${patterns[0]}` : sql``
  return sql`select distinct on (seen.id) seen.* from unnest(${patterns}::text[]) as asked (pattern)
    cross join lateral (${seen} and ${folded(sql`seen.plate`)} like ${folded(sql`asked.pattern`)} ${letterByLetter} offset 0) as seen order by seen.id desc`
}

type SeenRow = { id: string; crossing_id: string; plate: Plate; country: string | null; site: Site; seen_at: Instant }

/**
 * What fits is gathered before it is put in order: the planner cannot know how rare a pattern is, and might read whole
 * weeks from their newest row on in the hope to meet it soon.
 */
async function seenIn(db: Database, wanted: Wanted, { from, to, most }: Stride & { most: number }): Promise<readonly SeenRow[]> {
  const { site, lane, since, until } = wanted
  const there = site === undefined ? sql`` : sql`and seen.site = ${site}`
  const within = sql`seen.id >= ${from} and seen.id < ${to} and seen.seen_at >= ${since} and seen.seen_at < ${until} ${there}`
  const inLane = lane === undefined ? sql`` : sql`where exists (select from arrivals.crossing passed where passed.id = seen.crossing_id and passed.lane = ${lane})`
  const { rows } = await sql<SeenRow>`${isOneKey(wanted) ? prepared : sql``}
    with fitting as materialized (${fitting(wanted, within)})
    select id, crossing_id, plate, country, site, seen_at from fitting seen ${inLane} order by id desc limit ${most}`.execute(db)
  return rows
}

/** Each crossing by its id, so that only the week it lies in is opened. */
async function withLanes(db: Database, seen: readonly SeenRow[]): Promise<readonly SeenPlate[]> {
  if (seen.length === 0) return []
  const { rows } = await sql<{ id: string; lane: string | null }>`${prepared}
    select passed.id, passed.lane from unnest(${[...new Set(seen.map(({ crossing_id }) => crossing_id))]}::uuid[]) as wanted (id)
    cross join lateral (select id, lane from arrivals.crossing where crossing.id = wanted.id offset 0) as passed`.execute(db)
  const lanes = new Map(rows.map(({ id, lane }) => [id, lane]))
  return seen.map(({ crossing_id, seen_at, ...row }) => ({ ...row, crossingId: crossing_id, seenAt: seen_at, lane: lanes.get(crossing_id) ?? null, on: dayOf(seen_at, wallZone()) }))
}
