import type { Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { change, type Thing } from '#platform/events'
import type { By, Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'
import { evolveBulk, type BulkAct, type BulkAnswers, type BulkEvent, type BulkName, type BulkStage } from './bulk-act.ts'

type Row = {
  id: string
  act: BulkName
  answers: BulkAnswers
  items: readonly string[]
  stage: BulkStage
  needs_two: boolean
  reasons: string
  prepared_by: Named
  prepared_at: Instant
  approved_by: Named | null
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

async function saveBulk(tx: Database, _id: string, { id, act, answers, caseIds, stage, needsTwo, reasons, preparedBy, preparedAt, approvedBy }: BulkAct): Promise<void> {
  const row = {
    id, act, stage, reasons, needs_two: needsTwo, prepared_at: preparedAt,
    answers: asJson(answers), items: asJson(caseIds),
    prepared_by: asJson(preparedBy), approved_by: asJson(approvedBy),
  }
  await on(tx).insertInto('penalties.bulk_act').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function bulkOf({ items, needs_two, prepared_by, prepared_at, approved_by, ...row }: Row): BulkAct {
  return { ...row, caseIds: items, needsTwo: needs_two, preparedBy: prepared_by, preparedAt: prepared_at, approvedBy: approved_by }
}
