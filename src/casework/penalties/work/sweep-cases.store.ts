import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import { asJson, type Database } from '#platform/database'
import type { CalendarDate, Instant } from '#values'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import { differencesAmong, keptOfClosed, stuckAmong, type DayDifference, type NamedCase } from '../exception/active-cases.store.ts'
import { openCases } from '../exception/open-cases.store.ts'
import { queueBoard } from '../queue-board/queue-day.store.ts'
import { refreshWork } from './waiting.store.ts'

/** A hold that ended by its own last day: whoever was held may be chased again. */
export interface LapsedHold extends NamedCase {
  readonly penaltyId: string
  readonly kind: string
  readonly untilOn: CalendarDate
}

/** What one look over all open cases found. */
export interface Sweep {
  readonly sweptOn: CalendarDate
  readonly at: Instant
  readonly tookMs: number
  readonly cases: number
  readonly differences: readonly DayDifference[]
  readonly stuck: readonly NamedCase[]
  readonly lapsed: readonly LapsedHold[]
}

interface Row {
  readonly swept_on: CalendarDate
  readonly at: Instant
  readonly took_ms: number
  readonly cases: number
  readonly differences: readonly DayDifference[]
  readonly stuck: readonly NamedCase[]
  readonly lapsed: readonly LapsedHold[]
}

/**
 * Looks over every open case: puts right a last day that is kept otherwise than the law says and names it, writes what each case waits for
 * on this day, and lists the cases that are stuck and the holds that lapsed. Done again on the same day it finds the same, less what it put right.
 */
export async function sweepCases(db: Database, clock: Clock): Promise<Sweep> {
  const [beganMs, today] = [clock.steadyMs(), clock.today()]
  const before = await latestSweep(db)
  const closed = await keptOfClosed(db)
  await putRight(db, closed)
  const found = { cases: 0, stuck: [] as NamedCase[], differences: [...closed] }
  for await (const cases of openCases(db, today)) {
    found.cases += cases.length
    found.stuck.push(...stuckAmong(cases))
    const differences = differencesAmong(cases)
    found.differences.push(...differences)
    await putRight(db, differences)
    await db.transaction().execute((tx) => refreshWork(tx, cases.map(({ state }) => state), today))
  }
  const lapsed = await lapsedHolds(db, before?.sweptOn, today)
  const sweep = { ...found, sweptOn: today, at: clock.now(), tookMs: Math.round(clock.steadyMs() - beganMs), lapsed }
  await keepSweep(db, sweep)
  return sweep
}

/** Once a day is enough for what only the calendar changes. What waits then is what the day's board of queues begins with. */
export async function sweepIfNewDay(db: Database, clock: Clock): Promise<void> {
  const latest = await latestSweep(db)
  if (latest !== undefined && latest.sweptOn >= clock.today()) return
  await sweepCases(db, clock)
  await queueBoard(db, clock.today())
}

export async function latestSweep(db: Database): Promise<Sweep | undefined> {
  const { rows: [row] } = await sql<Row>`select * from penalties.sweep order by swept_on desc limit 1`.execute(db)
  return row && { sweptOn: row.swept_on, at: row.at, tookMs: row.took_ms, cases: row.cases, differences: row.differences, stuck: row.stuck, lapsed: row.lapsed }
}

/** Each last day is worked out once more under the lock of its line. */
async function putRight(db: Database, differences: readonly DayDifference[]): Promise<void> {
  for (const { id } of differences) await db.transaction().execute((tx) => refreshNearestDay(tx, id))
}

async function lapsedHolds(db: Database, since: CalendarDate | undefined, today: CalendarDate): Promise<readonly LapsedHold[]> {
  const { rows } = await sql<LapsedHold>`
    select c.id, c.reference, h.penalty_id as "penaltyId", h.kind, h.until_on as "untilOn"
    from ledger.recovery_hold h join penalties.case c on c.id = h.case_id
    where h.lifted is null and h.until_on < ${today}::date and h.until_on >= coalesce(${since ?? null}::date, ${today}::date - 1) - 1
    order by h.until_on, c.reference`.execute(db)
  return rows
}

async function keepSweep(db: Database, { sweptOn, at, tookMs, cases, differences, stuck, lapsed }: Sweep): Promise<void> {
  await sql`
    insert into penalties.sweep (swept_on, at, took_ms, cases, differences, stuck, lapsed)
    values (${sweptOn}, ${at}, ${tookMs}, ${cases}, ${asJson(differences)}, ${asJson(stuck)}, ${asJson(lapsed)})
    on conflict (swept_on) do update set at = excluded.at, took_ms = excluded.took_ms, cases = excluded.cases,
      differences = excluded.differences, stuck = excluded.stuck, lapsed = excluded.lapsed`.execute(db)
}
