import { sql } from 'kysely'
import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate, Instant, Officer } from '#values'
import { whereCase } from '../case/where-case.store.ts'
import { detentionsShown } from '../limits.ts'
import { seeCases } from '../rights.ts'
import { evolveDetention, type Detention, type DetentionEvent } from './detention.ts'

type DetentionRow = {
  id: string
  case_id: string
  held_under: Detention['heldUnder']
  stage: Detention['stage']
  penalty_ids: readonly string[]
  vehicle: string
  place: string
  nation: Detention['nation']
  detained_on: CalendarDate
  first_search_ended_at: Instant | null
  detained_by: string
  reasons: string
  recorded_by: Detention['recordedBy']
  told: Detention['told']
  expenses: Detention['expenses']
  expenses_paid: Detention['expensesPaid']
  sale_notice: Detention['saleNotice']
  leave: Detention['leave']
  released: Detention['released']
  sale: Detention['sale']
  proceeds: Detention['proceeds']
  paid_out: Detention['paidOut']
}

const on = (db: Database) => db.withTables<{ 'penalties.detention': DetentionRow; 'penalties.case': { id: string; reference: string; stage: string; port: string } }>()

export const detentionThing: Thing<Detention, DetentionEvent> = { name: 'detention', evolve: evolveDetention, read: readDetention, save: saveDetention }

export async function readDetention(db: Database, id: string): Promise<Detention | undefined> {
  const row = await on(db).selectFrom('penalties.detention').selectAll().where('id', '=', id).executeTakeFirst()
  return row && detentionOf(row)
}

/** Oldest first. */
export async function detentionsOfCase(db: Database, caseId: string): Promise<readonly Detention[]> {
  const rows = await on(db).selectFrom('penalties.detention').selectAll().where('case_id', '=', caseId).orderBy('id').execute()
  return rows.map(detentionOf)
}

/** Those that are not over, in these cases. */
export async function openDetentions(db: Database, caseIds: readonly string[]): Promise<readonly Detention[]> {
  const rows = await on(db).selectFrom('penalties.detention').selectAll().where('stage', 'in', ['held', 'sold']).where(sql<boolean>`case_id = any(${caseIds}::uuid[])`).orderBy('id').execute()
  return rows.map(detentionOf)
}

/** Those that are not over first, the longest held at the head of them; then the latest. */
export async function latestDetentions(db: Database, officer: Officer): Promise<readonly (Detention & { readonly reference: string })[]> {
  const rows = await on(db).selectFrom('penalties.detention as d').innerJoin('penalties.case as c', 'c.id', 'd.case_id').selectAll('d').select('c.reference').where(whereCase(officer, seeCases))
    .orderBy(sql`d.stage not in ('held', 'sold')`).orderBy('d.detained_on').limit(detentionsShown).execute()
  return rows.map((row) => ({ ...detentionOf(row), reference: row.reference }))
}

async function saveDetention(tx: Database, _id: string, state: Detention): Promise<void> {
  const row = {
    id: state.id, case_id: state.caseId, held_under: state.heldUnder, stage: state.stage, penalty_ids: state.penaltyIds, vehicle: state.vehicle, place: state.place, nation: state.nation,
    detained_on: state.detainedOn, first_search_ended_at: state.firstSearchEndedAt, detained_by: state.detainedBy, reasons: state.reasons, recorded_by: asJson(state.recordedBy),
    told: asJson(state.told), expenses: asJson(state.expenses), expenses_paid: asJson(state.expensesPaid), sale_notice: asJson(state.saleNotice), leave: asJson(state.leave),
    released: asJson(state.released), sale: asJson(state.sale), proceeds: asJson(state.proceeds), paid_out: asJson(state.paidOut),
  }
  await on(tx).insertInto('penalties.detention').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function detentionOf(row: DetentionRow): Detention {
  const { id, stage, vehicle, place, nation, reasons, told, expenses, leave, released, sale, proceeds } = row
  return {
    id, stage, vehicle, place, nation, reasons, told, expenses, leave, released, sale, proceeds,
    caseId: row.case_id, heldUnder: row.held_under, penaltyIds: row.penalty_ids, detainedOn: row.detained_on, firstSearchEndedAt: row.first_search_ended_at,
    detainedBy: row.detained_by, recordedBy: row.recorded_by, expensesPaid: row.expenses_paid, saleNotice: row.sale_notice, paidOut: row.paid_out,
  }
}
