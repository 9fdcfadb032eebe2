import { sql } from 'kysely'
import type { Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { change, changeIn, type Thing } from '#platform/events'
import { daysAfter, latestDay, type By, type CalendarDate, type Instant } from '#values'
import { outagesShown } from '../limits.ts'
import type { Named } from '../penalty/penalty.ts'
import { evolveOutage, touches, type Outage, type OutageChannel, type OutageEvent } from './outage.ts'
import { endOutage, recordOutage, type RecordingOutage } from './record-outage.ts'

type OutageRow = {
  id: string
  channel: OutageChannel
  from_at: Instant
  until_at: Instant | null
  what: string
  recorded_by: Named
  ended_by: Named | null
}

const on = (db: Database) => db.withTables<{ 'penalties.outage': OutageRow }>()

export const outageThing: Thing<Outage, OutageEvent> = { name: 'outage', evolve: evolveOutage, read: readOutage, save: saveOutage }

export async function readOutage(db: Database, id: string): Promise<Outage | undefined> {
  const row = await on(db).selectFrom('penalties.outage').selectAll().where('id', '=', id).executeTakeFirst()
  return row && outageOf(row)
}

/** The latest first. */
export async function recentOutages(db: Database): Promise<readonly Outage[]> {
  const rows = await on(db).selectFrom('penalties.outage').selectAll().orderBy('from_at', 'desc').limit(outagesShown).execute()
  return rows.map(outageOf)
}

/** Doors that are shut now. */
export async function openOutages(db: Database): Promise<readonly Outage[]> {
  const rows = await on(db).selectFrom('penalties.outage').selectAll().where('until_at', 'is', null).orderBy('from_at').execute()
  return rows.map(outageOf)
}

/** Those that touched one of these days, in London. */
export async function outagesTouching(db: Database, days: readonly CalendarDate[]): Promise<readonly Outage[]> {
  const [first] = days.toSorted()
  const last = latestDay(...days)
  if (first === undefined || last === undefined) return []
  const rows = await on(db).selectFrom('penalties.outage').selectAll()
    .where(sql<boolean>`from_at < ${daysAfter(2, last)}::date and coalesce(until_at, 'infinity') > ${daysAfter(-1, first)}::date`)
    .orderBy('from_at').execute()
  return rows.map(outageOf).filter((outage) => days.some((each) => touches(outage, each)))
}

/** Two of one channel at once are refused in words, and by the table for whoever came at the same moment. */
export async function recordOutageOf(db: Database, recording: RecordingOutage, by: By): Promise<Decision<OutageEvent>> {
  return db.transaction().execute((tx) => recordOutageIn(tx, recording, by))
}

/** The same inside a caller's transaction. */
export async function recordOutageIn(tx: Database, recording: RecordingOutage, by: By): Promise<Decision<OutageEvent>> {
  const others = await recentOutages(tx)
  return changeIn(tx, outageThing, { id: recording.outageId, by }, () => recordOutage(others, recording))
}

export async function endOutageOf(db: Database, id: string, ending: Parameters<typeof endOutage>[1], by: By): Promise<Decision<OutageEvent>> {
  return change(db, outageThing, { id, by }, (outage) => endOutage(outage, ending))
}

async function saveOutage(tx: Database, _id: string, state: Outage): Promise<void> {
  const row = {
    id: state.id,
    channel: state.channel,
    from_at: state.fromAt,
    until_at: state.untilAt,
    what: state.what,
    recorded_by: asJson(state.recordedBy),
    ended_by: asJson(state.endedBy),
  }
  await on(tx).insertInto('penalties.outage').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function outageOf({ id, channel, what, from_at, until_at, recorded_by, ended_by }: OutageRow): Outage {
  return { id, channel, what, fromAt: from_at, untilAt: until_at, recordedBy: recorded_by, endedBy: ended_by }
}
