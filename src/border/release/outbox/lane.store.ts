import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate, Instant } from '#values'

interface LaneRow {
  partner_id: string
  last_number: number
  failures: number
  next_try_at: Instant | null
  last_fault: string | null
  last_answered_at: Instant | null
  swept_for: string | null
  canaries_judged_at: Instant | null
  canary_asked_on: CalendarDate | null
  canary_alarm: string | null
}

type LaneTables = { 'release.lane': LaneRow }

const on = (db: Database) => db.withTables<LaneTables>()

/** How the sending to one partner goes. */
export interface Lane {
  readonly partnerId: string
  readonly failures: number
  readonly nextTryAt: Instant | null
  readonly lastFault: string | null
  readonly lastAnsweredAt: Instant | null
  readonly sweptFor: string | null
  readonly canariesJudgedAt: Instant | null
  readonly canaryAskedOn: CalendarDate | null
  readonly canaryAlarm: string | null
}

/** What may be written down about a lane. */
export type LaneChange = Partial<Omit<Lane, 'partnerId'>>

/** The partner's lane for this transaction alone; undefined while another sender has it. */
export async function lockLane(tx: Database, partnerId: string): Promise<Lane | undefined> {
  await on(tx).insertInto('release.lane').values({ partner_id: partnerId, last_number: 0, failures: 0 } as LaneRow).onConflict((row) => row.doNothing()).execute()
  const row = await on(tx).selectFrom('release.lane').selectAll().where('partner_id', '=', partnerId).forUpdate().skipLocked().executeTakeFirst()
  return row && laneOf(row)
}

export async function readLane(db: Database, partnerId: string): Promise<Lane | undefined> {
  const row = await on(db).selectFrom('release.lane').selectAll().where('partner_id', '=', partnerId).executeTakeFirst()
  return row && laneOf(row)
}

export async function allLanes(db: Database): Promise<ReadonlyMap<string, Lane>> {
  const rows = await on(db).selectFrom('release.lane').selectAll().execute()
  return new Map(rows.map((row) => [row.partner_id, laneOf(row)]))
}

/** The number of the next message to this partner. */
export async function nextNumber(tx: Database, partnerId: string): Promise<number> {
  const row = await on(tx).updateTable('release.lane').set({ last_number: sql`last_number + 1` }).where('partner_id', '=', partnerId).returning('last_number').executeTakeFirstOrThrow()
  return row.last_number
}

const columns = {
  failures: 'failures', nextTryAt: 'next_try_at', lastFault: 'last_fault', lastAnsweredAt: 'last_answered_at', sweptFor: 'swept_for',
  canariesJudgedAt: 'canaries_judged_at', canaryAskedOn: 'canary_asked_on', canaryAlarm: 'canary_alarm',
} as const satisfies Record<keyof Required<LaneChange>, keyof LaneRow>

export async function noteLane(db: Database, partnerId: string, change: LaneChange): Promise<void> {
  const named = Object.fromEntries(Object.entries(change).map(([name, value]) => [columns[name as keyof LaneChange], value])) as Partial<LaneRow>
  await on(db).insertInto('release.lane').values({ partner_id: partnerId, last_number: 0, failures: 0, ...named } as LaneRow)
    .onConflict((row) => row.column('partner_id').doUpdateSet(named)).execute()
}

/** After a rule changed, everything is judged anew for its partner; after a marking changed, for every partner. The sender hears of it at once. */
export async function sweepAgain(tx: Database, partnerId?: string): Promise<void> {
  const all = on(tx).updateTable('release.lane').set({ swept_for: null })
  await (partnerId === undefined ? all : all.where('partner_id', '=', partnerId)).execute()
  await sql`select pg_notify('juxta', json_build_object('topic', 'release', 'id', 'sweep')::text)`.execute(tx)
}

/**
 * While a message is on its way under a rule, the rule stands: whoever changes it waits for the answer, five seconds at
 * most, and after the change nothing goes by the old one.
 */
export async function holdRule(tx: Database, partnerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`release ${partnerId}`}, 0))`.execute(tx)
}

export async function moveRule(tx: Database, partnerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`release ${partnerId}`}, 0))`.execute(tx)
}

function laneOf(row: LaneRow): Lane {
  const { failures } = row
  return {
    failures, partnerId: row.partner_id, nextTryAt: row.next_try_at, lastFault: row.last_fault, lastAnsweredAt: row.last_answered_at, sweptFor: row.swept_for,
    canariesJudgedAt: row.canaries_judged_at, canaryAskedOn: row.canary_asked_on, canaryAlarm: row.canary_alarm,
  }
}
