import { sql } from 'kysely'
import { asJson, type Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { Instant } from '#values'
import type { Channel } from './dispatch.ts'

type Tables = {
  'notice.dispatch': { id: string; stage: string; channel: Channel; carrier: { name: string; id: string } | null }
  'notice.dispatch_lane': { dispatch_id: string; failures: number; next_try_at: Instant | null; last_fault: string | null; asked_at: Instant | null; looked_at: Instant | null }
  'notice.unmatched_report': { id: string; received_at: Instant; kind: 'receipt' | 'returned-letter'; reference: string | null; body: object }
}

const on = (db: Database) => db.withTables<Tables>()

export interface DueDispatch {
  readonly id: string
  readonly channel: Channel
  readonly failures: number
  /** Handed over once without an answer: it may have been taken. */
  readonly inDoubt: boolean
}

/** What waits for a carrier and is due, the oldest first; not what somebody is printing in a batch. */
export async function dueDispatches(db: Database, channels: readonly Channel[], now: Instant, most: number): Promise<readonly DueDispatch[]> {
  if (channels.length === 0) return []
  const rows = await on(db)
    .selectFrom('notice.dispatch').leftJoin('notice.dispatch_lane', 'dispatch_id', 'id')
    .select(['id', 'channel', 'failures', 'asked_at'])
    .where('stage', '=', 'planned').where('channel', 'in', channels)
    .where(sql<boolean>`not exists (select from notice.letter_in_batch b where b.dispatch_id = id)`)
    .where((where) => where.or([where('next_try_at', 'is', null), where('next_try_at', '<=', now)]))
    .orderBy('id').limit(most).execute()
  return rows.map(({ id, channel, failures, asked_at }) => ({ id, channel, failures: failures ?? 0, inDoubt: asked_at !== null }))
}

/** What a carrier has and nothing final is known of, those asked after longest ago first. */
export async function dispatchesToAskAfter(db: Database, carriers: readonly string[], lookedBefore: Instant, most: number): Promise<readonly { readonly id: string; readonly carrier: string; readonly carrierId: string }[]> {
  const rows = await on(db)
    .selectFrom('notice.dispatch').leftJoin('notice.dispatch_lane', 'dispatch_id', 'id')
    .select(['id', 'carrier'])
    .where((where) => where.or([where('stage', '=', 'handed-over'), where.and([where('stage', '=', 'sent'), where('channel', '=', 'email')])]))
    .where((where) => where.or([where('looked_at', 'is', null), where('looked_at', '<', lookedBefore)]))
    .where(sql<boolean>`carrier ->> 'name' = any(${carriers}::text[])`)
    .orderBy(sql`looked_at nulls first`).orderBy('id').limit(most).execute()
  return rows.flatMap(({ id, carrier }) => (carrier === null ? [] : [{ id, carrier: carrier.name, carrierId: carrier.id }]))
}

export type LaneChange = Partial<Omit<Tables['notice.dispatch_lane'], 'dispatch_id'>>

export async function noteLane(db: Database, dispatchId: string, change: LaneChange): Promise<void> {
  await on(db).insertInto('notice.dispatch_lane').values({ dispatch_id: dispatchId, failures: 0, next_try_at: null, last_fault: null, asked_at: null, looked_at: null, ...change })
    .onConflict((conflict) => conflict.column('dispatch_id').doUpdateSet(change)).execute()
}

/** Why the last try of each did not work. */
export async function faultsOf(db: Database, dispatchIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (dispatchIds.length === 0) return new Map()
  const rows = await on(db).selectFrom('notice.dispatch_lane').select(['dispatch_id', 'last_fault']).where('dispatch_id', 'in', dispatchIds).where('last_fault', 'is not', null).execute()
  return new Map(rows.map((row) => [row.dispatch_id, row.last_fault ?? '']))
}

/** A report that fits no letter of ours is kept for a person to look at. */
export async function keepUnmatched(db: Database, report: Omit<Tables['notice.unmatched_report'], 'id'>): Promise<void> {
  await on(db).insertInto('notice.unmatched_report').values({ id: newId(), ...report, body: asJson(report.body) }).execute()
}

export async function unmatchedReports(db: Database, most: number): Promise<readonly Tables['notice.unmatched_report'][]> {
  return on(db).selectFrom('notice.unmatched_report').selectAll().orderBy('received_at', 'desc').limit(most).execute()
}
