import { sql } from 'kysely'
import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate } from '#values'
import { evolveAppeal, type Appeal, type AppealEvent } from './appeal.ts'

type AppealRow = {
  id: string
  case_id: string
  penalty_id: string
  court: Appeal['court']
  court_name: string
  claim_number: string
  appellant: string
  grounds: Appeal['grounds']
  summary: string
  lodged_on: CalendarDate
  served_on: CalendarDate
  standing: Appeal['standing']
  follows: string | null
  diary: Appeal['diary']
  conclusion: Appeal['conclusion']
  costs_waiting: Appeal['costsWaiting']
  costs_paid: Appeal['costsPaid']
}

const on = (db: Database) => db.withTables<{ 'penalties.appeal': AppealRow }>()

export const appealThing: Thing<Appeal, AppealEvent> = { name: 'appeal', evolve: evolveAppeal, read: readAppeal, save: saveAppeal }

export async function readAppeal(db: Database, id: string): Promise<Appeal | undefined> {
  const row = await on(db).selectFrom('penalties.appeal').selectAll().where('id', '=', id).executeTakeFirst()
  return row && appealOf(row)
}

/** The latest first. */
export async function appealsOfCase(db: Database, caseId: string): Promise<readonly Appeal[]> {
  return appealsOfCases(db, [caseId])
}

export async function appealsOfCases(db: Database, caseIds: readonly string[]): Promise<readonly Appeal[]> {
  const rows = await on(db).selectFrom('penalties.appeal').selectAll().where(sql<boolean>`case_id = any(${caseIds}::uuid[])`).orderBy('lodged_on', 'desc').orderBy('id', 'desc').execute()
  return rows.map(appealOf)
}

export async function openAppeals(db: Database): Promise<readonly Appeal[]> {
  const rows = await on(db).selectFrom('penalties.appeal').selectAll().where('conclusion', 'is', null).orderBy('lodged_on').orderBy('id').execute()
  return rows.map(appealOf)
}

async function saveAppeal(tx: Database, _id: string, state: Appeal): Promise<void> {
  const row = {
    id: state.id, case_id: state.caseId, penalty_id: state.penaltyId, court: state.court, court_name: state.courtName, claim_number: state.claimNumber,
    appellant: state.appellant, grounds: state.grounds, summary: state.summary, lodged_on: state.lodgedOn, served_on: state.servedOn, standing: state.standing, follows: state.follows,
    diary: asJson(state.diary),
    conclusion: asJson(state.conclusion),
    costs_waiting: asJson(state.costsWaiting),
    costs_paid: asJson(state.costsPaid),
  }
  await on(tx).insertInto('penalties.appeal').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function appealOf(row: AppealRow): Appeal {
  const { id, court, appellant, grounds, summary, standing, follows, diary, conclusion } = row
  return {
    id, court, appellant, grounds, summary, standing, follows, diary, conclusion, caseId: row.case_id, penaltyId: row.penalty_id,
    courtName: row.court_name, claimNumber: row.claim_number, lodgedOn: row.lodged_on, servedOn: row.served_on, costsWaiting: row.costs_waiting, costsPaid: row.costs_paid,
  }
}
