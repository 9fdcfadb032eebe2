import { sql } from 'kysely'
import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate } from '#values'
import { evolveDispatch, type Dispatch, type DispatchEvent } from './dispatch.ts'

type DispatchRow = {
  id: string
  case_id: string
  penalty_id: string | null
  person_id: string | null
  document_id: string
  purpose: Dispatch['purpose']
  channel: Dispatch['channel']
  destination: Dispatch['to']
  because: string
  planned_by: Dispatch['plannedBy']
  planned_on: CalendarDate
  instead_of: string | null
  stage: Dispatch['stage']
  withheld: Dispatch['withheld']
  carrier: Dispatch['carrier']
  sent: Dispatch['sent']
  failed: Dispatch['failed']
  outcomes: Dispatch['outcomes']
}

const on = (db: Database) => db.withTables<{ 'notice.dispatch': DispatchRow }>()

export const dispatchThing: Thing<Dispatch, DispatchEvent> = { name: 'dispatch', evolve: evolveDispatch, read: readDispatch, save: saveDispatch }

export async function readDispatch(db: Database, id: string): Promise<Dispatch | undefined> {
  const row = await on(db).selectFrom('notice.dispatch').selectAll().where('id', '=', id).executeTakeFirst()
  return row && dispatchOf(row)
}

export async function dispatchesByIds(db: Database, ids: readonly string[]): Promise<readonly Dispatch[]> {
  const rows = await on(db).selectFrom('notice.dispatch').selectAll().where(sql<boolean>`id = any(${ids}::uuid[])`).orderBy('id').execute()
  return rows.map(dispatchOf)
}

/** Every way in which the letters of these cases were sent, in the order in which it was planned. */
export async function dispatchesOfCases(db: Database, caseIds: readonly string[]): Promise<readonly Dispatch[]> {
  const rows = await on(db).selectFrom('notice.dispatch').selectAll().where(sql<boolean>`case_id = any(${caseIds}::uuid[])`).orderBy('id').execute()
  return rows.map(dispatchOf)
}

export async function dispatchesOfPenalty(db: Database, penaltyId: string): Promise<readonly Dispatch[]> {
  const rows = await on(db).selectFrom('notice.dispatch').selectAll().where('penalty_id', '=', penaltyId).orderBy('id').execute()
  return rows.map(dispatchOf)
}

/** Every way in which one letter was sent. */
export async function dispatchesOfDocument(db: Database, documentId: string): Promise<readonly Dispatch[]> {
  const rows = await on(db).selectFrom('notice.dispatch').selectAll().where('document_id', '=', documentId).orderBy('id').execute()
  return rows.map(dispatchOf)
}

async function saveDispatch(tx: Database, _id: string, state: Dispatch): Promise<void> {
  const row = {
    id: state.id, case_id: state.caseId, penalty_id: state.penaltyId, person_id: state.personId ?? null, document_id: state.documentId, purpose: state.purpose, channel: state.channel,
    destination: asJson(state.to), because: state.because, planned_by: asJson(state.plannedBy), planned_on: state.plannedOn, instead_of: state.insteadOf, stage: state.stage,
    withheld: asJson(state.withheld), carrier: asJson(state.carrier), sent: asJson(state.sent), failed: asJson(state.failed), outcomes: asJson(state.outcomes),
  }
  await on(tx).insertInto('notice.dispatch').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function dispatchOf(row: DispatchRow): Dispatch {
  const { id, purpose, channel, because, stage, withheld, carrier, sent, failed, outcomes } = row
  return {
    id, purpose, channel, because, stage, withheld, carrier, sent, failed, outcomes,
    caseId: row.case_id, penaltyId: row.penalty_id, ...(row.person_id === null ? {} : { personId: row.person_id }), documentId: row.document_id, to: row.destination,
    plannedBy: row.planned_by, plannedOn: row.planned_on, insteadOf: row.instead_of,
  }
}
