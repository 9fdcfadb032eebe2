import { sql } from 'kysely'
import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate, Pence } from '#values'
import { writeOffsShown } from '../limits.ts'
import { evolveWriteOff, reversedPence, type WriteOff, type WriteOffEvent, type WriteOffStage } from './write-off.ts'
import type { WriteOffClass, WriteOffCodeName } from './write-off-codes.ts'

type WriteOffRow = {
  id: string
  case_id: string
  penalty_id: string
  code: WriteOffCodeName
  class: WriteOffClass
  amount_pence: Pence
  reasons: string
  evidence: string
  proposed_by: WriteOff['proposedBy']
  proposed_on: CalendarDate
  approvals: WriteOff['approvals']
  stage: WriteOffStage
  refused: WriteOff['refused']
  written_off_on: CalendarDate | null
  reversals: WriteOff['reversals']
  reversed_pence: Pence
}

const on = (db: Database) => db.withTables<{ 'ledger.write_off': WriteOffRow; 'penalties.case': { id: string; reference: string } }>()

export const writeOffThing: Thing<WriteOff, WriteOffEvent> = { name: 'write-off', evolve: evolveWriteOff, read: readWriteOff, save: saveWriteOff }

export async function readWriteOff(db: Database, id: string): Promise<WriteOff | undefined> {
  const row = await on(db).selectFrom('ledger.write_off').selectAll().where('id', '=', id).executeTakeFirst()
  return row && writeOffOf(row)
}

/** Newest first. */
export async function writeOffsOfPenalty(db: Database, penaltyId: string): Promise<readonly WriteOff[]> {
  const rows = await on(db).selectFrom('ledger.write_off').selectAll().where('penalty_id', '=', penaltyId).orderBy('id', 'desc').execute()
  return rows.map(writeOffOf)
}

/** Those that wait for approval first, then the latest. */
export async function latestWriteOffs(db: Database): Promise<readonly (WriteOff & { readonly reference: string })[]> {
  const rows = await on(db).selectFrom('ledger.write_off as w').innerJoin('penalties.case as c', 'c.id', 'w.case_id').selectAll('w').select('c.reference')
    .orderBy(sql`w.stage <> 'proposed'`).orderBy('w.id', 'desc').limit(writeOffsShown).execute()
  return rows.map((row) => ({ ...writeOffOf(row), reference: row.reference }))
}

export interface ClassTotal {
  readonly class: WriteOffClass
  readonly count: number
  readonly writtenOffPence: Pence
  readonly reversedPence: Pence
}

/** What stands written off in each class: three sums that are never one. */
export async function writeOffTotals(db: Database): Promise<readonly ClassTotal[]> {
  return on(db).selectFrom('ledger.write_off')
    .select(['class', sql<number>`count(*)::int`.as('count'), sql<Pence>`sum(amount_pence)::bigint`.as('writtenOffPence'), sql<Pence>`sum(reversed_pence)::bigint`.as('reversedPence')])
    .where('stage', '=', 'written-off').groupBy('class').orderBy('class').execute()
}

async function saveWriteOff(tx: Database, _id: string, state: WriteOff): Promise<void> {
  const row = {
    id: state.id, case_id: state.caseId, penalty_id: state.penaltyId, code: state.code, class: state.class, amount_pence: state.amountPence, reasons: state.reasons,
    evidence: state.evidence, proposed_on: state.proposedOn, stage: state.stage, written_off_on: state.writtenOffOn, reversed_pence: reversedPence(state),
    proposed_by: asJson(state.proposedBy), approvals: asJson(state.approvals), refused: asJson(state.refused), reversals: asJson(state.reversals),
  }
  await on(tx).insertInto('ledger.write_off').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function writeOffOf(row: WriteOffRow): WriteOff {
  const { id, code, reasons, evidence, approvals, stage, refused, reversals } = row
  return {
    id, code, reasons, evidence, approvals, stage, refused, reversals,
    class: row.class, caseId: row.case_id, penaltyId: row.penalty_id, amountPence: row.amount_pence,
    proposedBy: row.proposed_by, proposedOn: row.proposed_on, writtenOffOn: row.written_off_on,
  }
}
