import { sql } from 'kysely'
import type { Instant, Port, Site } from '#values'
import type { Database } from '#platform/database'
import { clockLookSeconds, habitDays } from './limits.ts'

/** What a camera does in this hour and usually does, and how its clock stands to ours. */
export interface CameraHabit {
  readonly camera_id: string
  /** Gaps seen at this hour on earlier days, and the one that only 1 in 100 was longer than. */
  readonly gaps: number
  readonly usual_gap_seconds: number | null
  /** Reads in the last hour, and the middle of what it sent in this hour of earlier days. */
  readonly reads: number
  readonly usual_reads: number | null
  /** Of the last hour's reads that were tied to a passage, those that read otherwise than the passage's best. */
  readonly compared: number
  readonly misread: number
  /** Reads of the last hour that carried a time of their own, and the middle of how far they lay from ours before any correction: negative when behind. */
  readonly clock_reads: number
  readonly clock_ahead_seconds: number | null
}

/** Counts anew what the cameras of a port usually do at this hour: dear, because it looks at two weeks. */
export async function countHabits(db: Database, port: Port, now: Instant): Promise<void> {
  await sql`
    with hours as (
      select ${now}::timestamptz - make_interval(days => day) - interval '30 minutes' as from_at, ${now}::timestamptz - make_interval(days => day) + interval '30 minutes' as until_at, day
      from generate_series(1, ${habitDays}::int) as day
    ), spaced as (
      select camera_id, day, extract(epoch from received_at - lag(received_at) over (partition by camera_id, day order by received_at)) as gap
      from hours join arrivals.plate_read on received_at >= from_at and received_at < until_at and site = ${port}
    ), usual as (
      select camera_id, percentile_cont(0.5) within group (order by reads)::float8 as usual_reads from (select camera_id, count(*) as reads from spaced group by camera_id, day) as days group by camera_id
    )
    insert into arrivals.camera_habit (camera_id, site, gaps, usual_gap_seconds, usual_reads, counted_at)
    select camera_id, ${port}, count(gap)::int, percentile_cont(0.99) within group (order by gap)::float8, min(usual_reads), ${now}
    from spaced join usual using (camera_id) group by camera_id
    on conflict (camera_id) do update set (gaps, usual_gap_seconds, usual_reads, counted_at) = (excluded.gaps, excluded.usual_gap_seconds, excluded.usual_reads, excluded.counted_at)`.execute(db)
}

/** How all cameras of a site do, at the centre those of all sites. Looks at the last hour's reads and at what was counted as their habit. */
export async function cameraHabits(db: Database, site: Site, now: Instant): Promise<ReadonlyMap<string, CameraHabit>> {
  const here = sql`(${site} = 'centre' or site = ${site})`
  const { rows } = await sql<CameraHabit>`
    with recent as (
      select id, camera_id, plate, received_at, coalesce(told_at, captured_at) as told_at from arrivals.plate_read
      where received_at > ${now}::timestamptz - make_interval(secs => ${clockLookSeconds}) and received_at <= ${now} and ${here}
    ), tied as (
      select unnest(read_ids) as id, plate as agreed from arrivals.crossing_plate
      where seen_at > ${now}::timestamptz - make_interval(secs => ${clockLookSeconds * 2}) and cardinality(read_ids) > 1 and ${here}
    ), lately as (
      select camera_id, count(*)::int as reads, count(agreed)::int as compared, count(*) filter (where agreed <> recent.plate)::int as misread,
        count(*) filter (where told_at <> received_at)::int as clock_reads,
        (percentile_cont(0.5) within group (order by extract(epoch from told_at - received_at)) filter (where told_at <> received_at))::float8 as clock_ahead_seconds
      from recent left join tied using (id) group by camera_id
    )
    select camera_id, coalesce(gaps, 0) as gaps, usual_gap_seconds, coalesce(reads, 0) as reads, usual_reads, coalesce(compared, 0) as compared, coalesce(misread, 0) as misread,
      coalesce(clock_reads, 0) as clock_reads, clock_ahead_seconds
    from (select camera_id, gaps, usual_gap_seconds, usual_reads from arrivals.camera_habit where ${here}) as usual full join lately using (camera_id)`.execute(db)
  return new Map(rows.map((row) => [row.camera_id, row]))
}
