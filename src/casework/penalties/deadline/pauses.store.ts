import { sql } from 'kysely'
import { pausesInPayment } from '#law'
import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { noticeInForce } from '../penalty/penalty.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { clockEvents } from './clock-events.ts'

type PauseRow = {
  penalty_id: string
  document_id: string
  clock: 'pay'
  from_on: CalendarDate
  until_on: CalendarDate | null
  cause: 'objection-held'
}

/** An interval in which a clock stood still. `untilOn` is the first day that counts again; null while it stands. */
export interface KeptPause {
  readonly documentId: string
  readonly clock: 'pay'
  readonly fromOn: CalendarDate
  readonly untilOn: CalendarDate | null
}

const on = (db: Database) => db.withTables<{ 'penalties.pause': PauseRow }>()

/** Writes down the pause of the notice in force, in the transaction of the act that began or ended it. Those of earlier notices stay, and end with the notice. */
export async function keepPauses(tx: Database, penaltyId: string): Promise<void> {
  const penalty = await readPenalty(tx, penaltyId)
  const notice = penalty && noticeInForce(penalty)
  if (penalty === undefined || notice === undefined || penalty.stage === 'decided') return
  const rows = pausesInPayment(clockEvents(penalty)).map(({ from, until = null }): PauseRow => (
    { penalty_id: penaltyId, document_id: notice.documentId, clock: 'pay', from_on: from, until_on: until, cause: 'objection-held' }
  ))
  await on(tx).deleteFrom('penalties.pause').where('penalty_id', '=', penaltyId).where('document_id', '=', notice.documentId).execute()
  await on(tx).updateTable('penalties.pause').set({ until_on: sql<CalendarDate>`greatest(from_on, ${notice.issuedOn}::date)` })
    .where('penalty_id', '=', penaltyId).where('document_id', '<>', notice.documentId).where(sql<boolean>`coalesce(until_on, 'infinity') > ${notice.issuedOn}::date`).execute()
  if (rows.length > 0) await on(tx).insertInto('penalties.pause').values(rows).execute()
}

/** Every pause of a penalty, newest first. */
export async function pausesOfPenalty(db: Database, penaltyId: string): Promise<readonly KeptPause[]> {
  const rows = await on(db).selectFrom('penalties.pause').selectAll().where('penalty_id', '=', penaltyId).orderBy(sql`from_on desc`).execute()
  return rows.map(({ document_id, clock, from_on, until_on }) => ({ documentId: document_id, clock, fromOn: from_on, untilOn: until_on }))
}
