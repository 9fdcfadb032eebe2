import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Plate, Site } from '#values'

/** A vehicle in which people were found more than once: how often, how often its own driver said so, and where. Holds nothing about who was found. */
export interface FoundAgain {
  readonly plate: Plate
  readonly finds: number
  readonly reportedByDriver: number
  readonly sites: readonly Site[]
  readonly firstAt: Instant
  readonly lastAt: Instant
  /** Companies that were named at the scene as owner, hirer or operator. */
  readonly companies: readonly string[]
}

interface FoundRow {
  plate: Plate
  finds: number
  reported: number
  sites: readonly Site[]
  first_at: Instant
  last_at: Instant
  companies: readonly string[] | null
}

/** Vehicles, by tractor or trailer, with so many recorded finds since a moment, the most reported first. */
export async function foundAgain(db: Database, { since, least, most }: { since: Instant; least: number; most: number }): Promise<readonly FoundAgain[]> {
  const { rows } = await sql<FoundRow>`
    with find as (
      select id, site, recorded_at, alarm ->> 'alarmRaisedBy' = 'driver' as reported, vehicle, papers from examinations.detection where stage = 'recorded' and recorded_at >= ${since}
    ), carried as (
      select distinct plate, find.* from find cross join lateral (values (vehicle ->> 'tractorPlate'), (vehicle ->> 'trailerPlate')) as shown (plate) where plate is not null and plate <> ''
    )
    select plate, count(*)::int as finds, count(*) filter (where reported)::int as reported, array_agg(distinct site) as sites, min(recorded_at) as first_at, max(recorded_at) as last_at,
      (select array_agg(distinct person ->> 'company') from carried again, jsonb_array_elements(again.papers -> 'persons') as person
        where again.plate = carried.plate and coalesce(person ->> 'company', '') <> '' and person ->> 'capacity' <> 'driver') as companies
    from carried group by plate having count(*) >= ${least} order by reported desc, finds desc, last_at desc limit ${most}`.execute(db)
  return rows.map(({ plate, finds, reported, sites, first_at, last_at, companies }) => ({ plate, finds, reportedByDriver: reported, sites, firstAt: first_at, lastAt: last_at, companies: companies ?? [] }))
}
