import type { Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { change, type Thing } from '#platform/events'
import type { By, Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'
import { evolveBulk, type Actor, type BulkAct, type BulkAnswers, type BulkEvent, type BulkName, type BulkStage, type Undoing } from './bulk-act.ts'

type Row = {
  id: string
  act: BulkName
  answers: BulkAnswers
  items: readonly string[]
  stage: BulkStage
  needs_two: boolean
  reasons: string
  prepared_by: Actor
  prepared_at: Instant
  approved_by: Named | null
  run_by: Actor | null
  run_at: Instant | null
  undoing: Undoing | null
}

const on = (db: Database) => db.withTables<{ 'penalties.bulk_act': Row }>()

export const bulkThing: Thing<BulkAct, BulkEvent> = { name: 'bulk-act', evolve: evolveBulk, read: readBulk, save: saveBulk }

export async function readBulk(db: Database, id: string): Promise<BulkAct | undefined> {
  const row = await on(db).selectFrom('penalties.bulk_act').selectAll().where('id', '=', id).executeTakeFirst()
  return row && bulkOf(row)
}

export async function latestBulks(db: Database, limit: number): Promise<readonly BulkAct[]> {
  return (await on(db).selectFrom('penalties.bulk_act').selectAll().orderBy('prepared_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(bulkOf)
}

export async function changeBulk(db: Database, id: string, by: By, decide: (bulk: BulkAct | undefined) => Decision<BulkEvent>): Promise<Decision<BulkEvent>> {
  return change(db, bulkThing, { id, by }, decide)
}

async function saveBulk(tx: Database, _id: string, { caseIds, needsTwo, preparedBy, preparedAt, approvedBy, runBy, runAt, undoing, answers, ...rest }: BulkAct): Promise<void> {
  const row = {
    ...rest, needs_two: needsTwo, prepared_at: preparedAt, run_at: runAt,
    answers: asJson(answers), items: asJson(caseIds),
    prepared_by: asJson(preparedBy), approved_by: asJson(approvedBy), run_by: asJson(runBy), undoing: asJson(undoing),
  }
  await on(tx).insertInto('penalties.bulk_act').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function bulkOf({ items, needs_two, prepared_by, prepared_at, approved_by, run_by, run_at, ...row }: Row): BulkAct {
  return { ...row, caseIds: items, needsTwo: needs_two, preparedBy: prepared_by, preparedAt: prepared_at, approvedBy: approved_by, runBy: run_by, runAt: run_at }
}
