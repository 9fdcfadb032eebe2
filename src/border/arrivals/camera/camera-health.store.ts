import { sql } from 'kysely'
import { allPorts, dayOf, epochMsOf, zoneOf, type CalendarDate, type Instant, type Site } from '#values'
import type { Database } from '#platform/database'
import { readConditions } from '#platform/health'
import { lineStandings, type LineStanding } from '../line/line.store.ts'
import { cameraFaults, type CameraFault } from './camera-faults.ts'
import { cameraHabits, type CameraHabit } from './camera-habit.store.ts'
import type { CameraRow } from './camera.store.ts'
import { clockReadsMin } from './limits.ts'
import { togetherAheadSeconds } from './own-clock.ts'

interface DayRow {
  site: Site
  camera_id: string
  day: CalendarDate
  reads: number
  ignored: number
  unread: number
  duplicates: number
  quarantined: number
  last_seen_at: Instant
}

/** What is shown of a camera; never its keys. */
type ShownCamera = Omit<CameraRow, 'key_sha256' | 'former_key' | 'mapping_id'>

type HealthTables = { 'arrivals.camera': CameraRow; 'arrivals.camera_day': DayRow }

/** A camera with its numbers of the day. */
export interface CameraToday extends ShownCamera {
  readonly today: { readonly reads: number; readonly ignored: number; readonly unread: number; readonly duplicates: number; readonly quarantined: number }
  /** On whatever day. */
  readonly lastSeenAt: Instant | null
}

/** Everything that is known of how a camera does. */
export interface CameraHealth extends CameraToday {
  readonly habit: CameraHabit | undefined
  readonly line: LineStanding | undefined
  /** Empty for one that is retired or was never heard. */
  readonly faults: readonly CameraFault[]
}

/** Every camera of a site, at the centre of every site. */
export async function cameraHealth(db: Database, site: Site, now: Instant): Promise<readonly CameraHealth[]> {
  const [cameras, habits, lines, conditions] = await Promise.all([camerasToday(db, site, now), cameraHabits(db, site, now), lineStandings(db, site), readConditions(db)])
  const clockWasSet = new Set(conditions.flatMap(({ site, name }) => (name === 'clock-stepped' ? [site] : [])))
  const ours = clockErrors(cameras, habits)
  return cameras.map((camera) => {
    const [habit, line] = [habits.get(camera.id), camera.link === null ? undefined : lines.get(camera.id)]
    const clockAheadSeconds = clockWasSet.has(camera.site) ? null : lessThan(habit?.clock_ahead_seconds ?? null, ours.get(camera.site) ?? 0)
    return { ...camera, habit, line, faults: faultsOf(camera, { habit, line, now, clockAheadSeconds }) }
  })
}

/** By site, how far its own clock is behind what its cameras agree on. */
export function clockErrors(cameras: readonly CameraToday[], habits: ReadonlyMap<string, CameraHabit>): ReadonlyMap<Site, number> {
  const judged = cameras.flatMap(({ id, site, state, clock_ahead_ms }) => {
    const habit = habits.get(id)
    const ahead = lessThan(habit?.clock_ahead_seconds ?? null, clock_ahead_ms / 1000)
    return state === 'retired' || ahead === null || (habit?.clock_reads ?? 0) < clockReadsMin ? [] : [{ site, ahead }]
  })
  return new Map([...Map.groupBy(judged, ({ site }) => site)].map(([site, of]) => [site, togetherAheadSeconds(of.map(({ ahead }) => ahead))]))
}

function lessThan(seconds: number | null, bySeconds: number): number | null {
  return seconds === null ? null : seconds - bySeconds
}

interface Seen {
  readonly habit: CameraHabit | undefined
  readonly line: LineStanding | undefined
  readonly now: Instant
  /** With our own error taken off; null where our own clock was set within the hour, so that no two reads compare. */
  readonly clockAheadSeconds: number | null
}

function faultsOf({ state, lastSeenAt, clock_ahead_ms }: CameraToday, { habit, line, now, clockAheadSeconds }: Seen): readonly CameraFault[] {
  if (state === 'retired') return []
  const since = (at: Instant): number => Math.max(0, (epochMsOf(now) - epochMsOf(at)) / 1000)
  return cameraFaults({
    silentSeconds: lastSeenAt === null ? 0 : since(lastSeenAt),
    gaps: habit?.gaps ?? 0,
    usualGapSeconds: habit?.usual_gap_seconds ?? null,
    clockReads: habit?.clock_reads ?? 0,
    clockAheadSeconds,
    clockSetAheadSeconds: clock_ahead_ms / 1000,
    lineDownSeconds: line === undefined || line.state === 'up' ? null : since(line.since),
    lineReason: line?.reason ?? null,
  })
}

/** Each camera's counts are of the day that its own port has. */
async function camerasToday(db: Database, site: Site, now: Instant): Promise<readonly CameraToday[]> {
  const days = JSON.stringify(Object.fromEntries(allPorts().map((port) => [port, dayOf(now, zoneOf(port))])))
  const rows = await db.withTables<HealthTables>().selectFrom('arrivals.camera').$if(site !== 'centre', (query) => query.where('arrivals.camera.site', '=', site))
    .leftJoin('arrivals.camera_day', (join) => join.onRef('camera_id', '=', 'arrivals.camera.id').on('day', '=', sql<CalendarDate>`(${days}::jsonb ->> arrivals.camera.site)::date`))
    .select(['id', 'arrivals.camera.site', 'name', 'maker', 'lane', 'faces', 'direction', 'clock_ahead_ms', 'link', 'state', 'reads', 'ignored', 'unread', 'duplicates', 'quarantined'])
    .select((row) => row.selectFrom('arrivals.camera_day as any_day').whereRef('any_day.camera_id', '=', 'arrivals.camera.id')
      .select(sql<Instant | null>`max(any_day.last_seen_at)`.as('seen')).as('last_seen_at'))
    .orderBy('state').orderBy('id').execute()
  return rows.map(({ reads, ignored, unread, duplicates, quarantined, last_seen_at, ...camera }) => ({
    ...camera, lastSeenAt: last_seen_at,
    today: { reads: reads ?? 0, ignored: ignored ?? 0, unread: unread ?? 0, duplicates: duplicates ?? 0, quarantined: quarantined ?? 0 },
  }))
}
