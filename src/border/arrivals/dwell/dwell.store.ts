import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { firstIdAt } from '#platform/identity'
import { epochMsOf, hoursAfter, type Instant, type Port } from '#values'
import { stayGapHours, staysForFigure } from './limits.ts'

/** How long vehicles stood in a lane in one hour. Holds no plate and no moment of any one vehicle. */
export interface Dwell {
  readonly lane: string
  /** The hour in which they left it. */
  readonly hourAt: Instant
  /** Stays that ended in this hour. */
  readonly vehicles: number
  /** Of these, how many were read at two moments, so that their time is known. */
  readonly timed: number
  /** Of those timed; null where they are too few to say. */
  readonly medianSeconds: number | null
  readonly p90Seconds: number | null
}

interface Asked {
  readonly port: Port
  readonly since: Instant
  readonly until: Instant
}

interface DwellRow {
  lane: string
  hour_at: Instant
  vehicles: number
  timed: number
  median_seconds: number | null
  p90_seconds: number | null
}

/**
 * From the first read of a vehicle in a lane to its last there, by the hour. A stay goes on for as long as the same plate is seen
 * again in the same lane within two hours, so a camera at the end of the queue and one at the booth measure the wait between them.
 */
export async function dwellByHour(db: Database, { port, since, until }: Asked): Promise<readonly Dwell[]> {
  const { rows } = await sql<DwellRow>`
    with ${stays({ port, since, until })}
    select lane, date_trunc('hour', until_at) as hour_at, ${figures} from stay where until_at >= ${since} and until_at < ${until}
    group by 1, 2 order by 2 desc, 1`.execute(db)
  return rows.map(dwellOf)
}

/** The same over the whole time, for each lane. */
export async function dwellByLane(db: Database, { port, since, until }: Asked): Promise<readonly Dwell[]> {
  const { rows } = await sql<DwellRow>`
    with ${stays({ port, since, until })}
    select lane, ${since}::timestamptz as hour_at, ${figures} from stay where until_at >= ${since} and until_at < ${until} group by lane order by lane`.execute(db)
  return rows.map(dwellOf)
}

const seconds = sql`extract(epoch from until_at - from_at)`

/** A figure stands for itself only where there are enough stays behind it. */
const figures = sql`count(*)::int as vehicles, count(*) filter (where until_at > from_at)::int as timed,
  case when count(*) filter (where until_at > from_at) >= ${staysForFigure} then (percentile_cont(0.5) within group (order by ${seconds}) filter (where until_at > from_at))::float8 end as median_seconds,
  case when count(*) filter (where until_at > from_at) >= ${staysForFigure} then (percentile_cont(0.9) within group (order by ${seconds}) filter (where until_at > from_at))::float8 end as p90_seconds`

/** A lorry shows several plates; its first stands for it. Reads of before the time asked for are taken in, so that a stay is not cut at its edge. */
function stays({ port, since, until }: Asked) {
  const from = hoursAfter(-stayGapHours - 24, since)
  return sql`seen as (
    select distinct on (passed.id) passed.lane, shown.plate, passed.first_seen_at, passed.last_seen_at
    from arrivals.crossing passed join arrivals.crossing_plate shown on shown.crossing_id = passed.id
    where passed.site = ${port} and passed.lane is not null and passed.last_seen_at >= ${hoursAfter(-stayGapHours, since)} and passed.first_seen_at < ${until}
      and passed.id >= ${firstIdAt(epochMsOf(from))} and shown.id >= ${firstIdAt(epochMsOf(from))}
    order by passed.id, shown.id
  ), numbered as (
    select *, count(*) filter (where begins) over (partition by lane, plate order by first_seen_at) as stay
    from (select *, coalesce(first_seen_at - lag(last_seen_at) over (partition by lane, plate order by first_seen_at) > make_interval(hours => ${stayGapHours}), true) as begins from seen) as gaps
  ), stay as (
    select lane, min(first_seen_at) as from_at, max(last_seen_at) as until_at from numbered group by lane, plate, stay
  )`
}

function dwellOf({ lane, hour_at, vehicles, timed, median_seconds, p90_seconds }: DwellRow): Dwell {
  return { lane, hourAt: hour_at, vehicles, timed, medianSeconds: median_seconds, p90Seconds: p90_seconds }
}
