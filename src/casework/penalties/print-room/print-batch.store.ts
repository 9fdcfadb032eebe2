import { sql } from 'kysely'
import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { Instant } from '#values'
import { evolveBatch, lettersLeft, type BatchEvent, type PrintBatch } from './print-batch.ts'

type BatchRow = {
  id: string
  number: number
  letters: PrintBatch['letters']
  manifest_sha256: string
  made_by: PrintBatch['madeBy']
  made_at: Instant
  taken_out: PrintBatch['takenOut']
  printed: PrintBatch['printed']
  posted: PrintBatch['posted']
}

type Tables = { 'notice.print_batch': BatchRow; 'notice.letter_in_batch': { dispatch_id: string; batch_id: string } }

const on = (db: Database) => db.withTables<Tables>()

export const batchThing: Thing<PrintBatch, BatchEvent> = { name: 'print-batch', evolve: evolveBatch, read: readBatch, save: saveBatch }

export async function readBatch(db: Database, id: string): Promise<PrintBatch | undefined> {
  const row = await on(db).selectFrom('notice.print_batch').selectAll().where('id', '=', id).executeTakeFirst()
  return row && batchOf(row)
}

/** Those that wait to be printed or posted first, then the latest. */
export async function latestBatches(db: Database, most: number): Promise<readonly PrintBatch[]> {
  const rows = await on(db).selectFrom('notice.print_batch').selectAll().orderBy(sql`posted is not null`).orderBy('number', 'desc').limit(most).execute()
  return rows.map(batchOf)
}

/** What is written on the next tray. Two who ask at once wait for each other. */
export async function nextBatchNumber(tx: Database): Promise<number> {
  await sql`lock table notice.print_batch in share row exclusive mode`.execute(tx)
  const { rows } = await sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next from notice.print_batch`.execute(tx)
  return rows[0]?.next ?? 1
}

/** Which letters are in a batch is kept apart as well, so that none can be in two. */
async function saveBatch(tx: Database, _id: string, state: PrintBatch): Promise<void> {
  const row = {
    id: state.id, number: state.number, manifest_sha256: state.manifestSha256, made_at: state.madeAt, letters: asJson(state.letters),
    made_by: asJson(state.madeBy), taken_out: asJson(state.takenOut), printed: asJson(state.printed), posted: asJson(state.posted),
  }
  await on(tx).insertInto('notice.print_batch').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
  const left = lettersLeft(state).map(({ dispatchId }) => ({ dispatch_id: dispatchId, batch_id: state.id }))
  await on(tx).deleteFrom('notice.letter_in_batch').where('batch_id', '=', state.id).execute()
  if (left.length > 0) await on(tx).insertInto('notice.letter_in_batch').values(left).execute()
}

function batchOf(row: BatchRow): PrintBatch {
  const { id, number, letters, printed, posted } = row
  return { id, number, letters, printed, posted, manifestSha256: row.manifest_sha256, madeBy: row.made_by, madeAt: row.made_at, takenOut: row.taken_out }
}
