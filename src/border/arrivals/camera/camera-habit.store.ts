import { sql } from 'kysely'
import type { Instant, Site } from '#values'
import type { Database } from '#platform/database'
import { clockLookSeconds, habitDays } from './limits.ts'

/** What a camera usually does at this hour, and how its clock stands to ours. */
export interface CameraHabit {
  readonly camera_id: string
  /** Gaps seen at this hour on earlier days, and the one that only 1 in 100 was longer than. */
  readonly gaps: number
  readonly usual_gap_seconds: number | null
  /** Reads of the last hour that carried a time of their own, and the middle of how far they lay from ours: negative when behind. */
  readonly clock_reads: number
  readonly clock_ahead_seconds: number | null
}

/** The habits of all cameras of a site, at the centre of all sites. Looks at this hour of the last days only, and at the last hour. */
export async function cameraHabits(db: Database, site: Site, now: Instant): Promise<ReadonlyMap<string, CameraHabit>> {
  const { rows } = await sql<CameraHabit>`
    with hours as (
      select ${now}::timestamptz - make_interval(days => day) - interval '30 minutes' as from_at, ${now}::timestamptz - make_interval(days => day) + interval '30 minutes' as until_at, day
      from generate_series(1, ${habitDays}::int) as day
    ), spaced as (
      select camera_id, extract(epoch from received_at - lag(received_at) over (partition by camera_id, day order by received_at)) as gap
      from hours join arrivals.plate_read on received_at >= from_at and received_at < until_at and (${site} = 'centre' or site = ${site})
    ), habits as (
      select camera_id, count(gap)::int as gaps, percentile_cont(0.99) within group (order by gap)::float8 as usual_gap_seconds from spaced group by camera_id
    ), clocks as (
      select camera_id, count(*)::int as clock_reads, percentile_cont(0.5) within group (order by extract(epoch from captured_at - received_at))::float8 as clock_ahead_seconds
      from arrivals.plate_read
      where received_at > ${now}::timestamptz - make_interval(secs => ${clockLookSeconds}) and captured_at <> received_at and (${site} = 'centre' or site = ${site})
      group by camera_id
    )
    select camera_id, coalesce(gaps, 0) as gaps, usual_gap_seconds, coalesce(clock_reads, 0) as clock_reads, clock_ahead_seconds from habits full join clocks using (camera_id)`.execute(db)
  return new Map(rows.map((row) => [row.camera_id, row]))
}
