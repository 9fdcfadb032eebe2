import { sql } from 'kysely'
import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate } from '#values'
import { evolveReturn, type ReturnedLetter, type ReturnEvent } from './returned-letter.ts'

type ReturnRow = {
  id: string
  case_id: string
  penalty_id: string | null
  person_id: string
  party_id: string
  dispatch_id: string
  document_id: string
  purpose: ReturnedLetter['purpose']
  destination: ReturnedLetter['to']
  code: ReturnedLetter['code']
  returned_on: CalendarDate
  note: string
  recorded_by: ReturnedLetter['recordedBy']
  enquiries: ReturnedLetter['enquiries']
  traced: ReturnedLetter['traced']
  settled: ReturnedLetter['settled']
}

const on = (db: Database) => db.withTables<{ 'notice.returned_letter': ReturnRow }>()

export const returnThing: Thing<ReturnedLetter, ReturnEvent> = { name: 'returned-letter', evolve: evolveReturn, read: readReturn, save: saveReturn }

export async function readReturn(db: Database, id: string): Promise<ReturnedLetter | undefined> {
  const row = await on(db).selectFrom('notice.returned_letter').selectAll().where('id', '=', id).executeTakeFirst()
  return row && returnOf(row)
}

/** The newest first. */
export async function returnsOfCases(db: Database, caseIds: readonly string[]): Promise<readonly ReturnedLetter[]> {
  const rows = await on(db).selectFrom('notice.returned_letter').selectAll().where(sql<boolean>`case_id = any(${caseIds}::uuid[])`).orderBy('returned_on', 'desc').orderBy('id', 'desc').execute()
  return rows.map(returnOf)
}

export async function returnOfDispatch(db: Database, dispatchId: string): Promise<ReturnedLetter | undefined> {
  const row = await on(db).selectFrom('notice.returned_letter').selectAll().where('dispatch_id', '=', dispatchId).executeTakeFirst()
  return row && returnOf(row)
}

async function saveReturn(tx: Database, _id: string, state: ReturnedLetter): Promise<void> {
  const row = {
    id: state.id, case_id: state.caseId, penalty_id: state.penaltyId, person_id: state.personId, party_id: state.partyId, dispatch_id: state.dispatchId,
    document_id: state.documentId, purpose: state.purpose, destination: asJson(state.to), code: state.code, returned_on: state.returnedOn, note: state.note,
    recorded_by: asJson(state.recordedBy), enquiries: asJson(state.enquiries), traced: asJson(state.traced), settled: asJson(state.settled),
  }
  await on(tx).insertInto('notice.returned_letter').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function returnOf(row: ReturnRow): ReturnedLetter {
  const { id, purpose, code, note, enquiries, traced, settled } = row
  return {
    id, purpose, code, note, enquiries, traced, settled,
    caseId: row.case_id, penaltyId: row.penalty_id, personId: row.person_id, partyId: row.party_id, dispatchId: row.dispatch_id, documentId: row.document_id,
    to: row.destination, returnedOn: row.returned_on, recordedBy: row.recorded_by,
  }
}
