import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { dayOf, paris, type CalendarDate, type Instant, type Plate, type Port, type Site } from '#values'

/** One plate at one place, as a search by part of a plate lists it. */
export interface SeenPlate {
  readonly crossingId: string
  readonly plate: Plate
  readonly country: string | null
  readonly site: Site
  readonly lane: string | null
  readonly seenAt: Instant
  readonly on: CalendarDate
}

export interface Wanted {
  /** `#` or `?` for one character, `*` for any number. */
  readonly pattern: string
  /** Whether characters that cameras mix up count as one. */
  readonly fuzzy: boolean
  readonly site: Port | undefined
  readonly since: Instant
  readonly until: Instant
  readonly most: number
}

/** The classes of `default-rates.ts`, as PostgreSQL folds them. An index on the same expression makes it quick. */
const confused = sql`'ODQILZSBGV', '000112586U'`

/** Where plates of this shape were seen, at every port or at one, the newest first. */
export async function sightingsLike(db: Database, { pattern, fuzzy, site, since, until, most }: Wanted): Promise<readonly SeenPlate[]> {
  const like = pattern.replaceAll('*', '%').replace(/[#?]/g, '_')
  const fits = fuzzy ? sql`translate(seen.plate, ${confused}) like translate(${like}, ${confused})` : sql`seen.plate like ${like}`
  const there = site === undefined ? sql`true` : sql`seen.site = ${site}`
  const { rows } = await sql<{ crossing_id: string; plate: Plate; country: string | null; site: Site; lane: string | null; seen_at: Instant }>`
    select seen.crossing_id, seen.plate, seen.country, seen.site, crossing.lane, seen.seen_at
    from arrivals.crossing_plate seen join arrivals.crossing crossing on crossing.id = seen.crossing_id
    where ${fits} and ${there} and seen.seen_at >= ${since} and seen.seen_at < ${until}
    order by seen.seen_at desc limit ${most}`.execute(db)
  return rows.map(({ crossing_id, seen_at, ...row }) => ({ ...row, crossingId: crossing_id, seenAt: seen_at, on: dayOf(seen_at, paris) }))
}
