import { sql } from 'kysely'
import { isRefused, refuse, type Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { changeIn, type Thing } from '#platform/events'
import type { By, CalendarDate, Pence } from '#values'
import { debtOf } from '../payment/money.store.ts'
import { lockCase } from '../penalty/change-penalty.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { evolvePlan, type InstalmentPlan, type PlanEvent } from './plan.ts'
import { planStandings, type PlanStanding } from './plan-standing.ts'

type PlanRow = {
  id: string
  case_id: string
  penalty_id: string
  instalments: InstalmentPlan['instalments']
  total_pence: Pence
  means: string
  reasons: string
  agreed_by: InstalmentPlan['agreedBy']
  agreed_on: CalendarDate
  letters: InstalmentPlan['letters']
  ended: InstalmentPlan['ended']
}

const on = (db: Database) => db.withTables<{ 'ledger.instalment_plan': PlanRow }>()

export const planThing: Thing<InstalmentPlan, PlanEvent> = { name: 'instalment-plan', evolve: evolvePlan, read: readPlan, save: savePlan }

export async function readPlan(db: Database, id: string): Promise<InstalmentPlan | undefined> {
  const row = await on(db).selectFrom('ledger.instalment_plan').selectAll().where('id', '=', id).executeTakeFirst()
  return row && planOf(row)
}

/** Newest first. */
export async function plansOfCase(db: Database, caseId: string): Promise<readonly InstalmentPlan[]> {
  return plansOfCases(db, [caseId])
}

export async function plansOfCases(db: Database, caseIds: readonly string[]): Promise<readonly InstalmentPlan[]> {
  const rows = await on(db).selectFrom('ledger.instalment_plan').selectAll().where(sql<boolean>`case_id = any(${caseIds}::uuid[])`).orderBy('agreed_on', 'desc').orderBy('id', 'desc').execute()
  return rows.map(planOf)
}

export interface PlanAct {
  readonly penaltyId: string
  /** For an agreement that is made; otherwise it is the one in force. */
  readonly planId?: string
  readonly today: CalendarDate
  readonly by: By
}

interface DebtNow {
  readonly penalty: Penalty
  readonly owedPence: Pence
  readonly inForce: PlanStanding | undefined
}

/** Every act on an agreement is judged under the case's lock by what is owed then. */
export async function changePlan(db: Database, { penaltyId, planId, today, by }: PlanAct, decide: (debt: DebtNow) => Decision<PlanEvent>): Promise<Decision<PlanEvent>> {
  return db.transaction().execute(async (tx) => {
    const penalty = await readPenalty(tx, penaltyId)
    if (penalty === undefined) return refuse('no-such-penalty')
    await lockCase(tx, penalty.caseId)
    const { owedPence } = await debtOf(tx, penaltyId)
    const plans = (await plansOfCase(tx, penalty.caseId)).filter((plan) => plan.penaltyId === penaltyId)
    const inForce = planStandings(plans, new Map([[penaltyId, owedPence]]), today).get(penaltyId)
    const decision = decide({ penalty, owedPence, inForce })
    const id = planId ?? inForce?.plan.id
    return isRefused(decision) || id === undefined ? decision : changeIn(tx, planThing, { id, by }, () => decision)
  })
}

async function savePlan(tx: Database, _id: string, state: InstalmentPlan): Promise<void> {
  const row = {
    id: state.id, case_id: state.caseId, penalty_id: state.penaltyId, total_pence: state.totalPence, means: state.means, reasons: state.reasons, agreed_on: state.agreedOn,
    instalments: asJson(state.instalments), agreed_by: asJson(state.agreedBy), letters: asJson(state.letters), ended: asJson(state.ended),
  }
  await on(tx).insertInto('ledger.instalment_plan').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function planOf(row: PlanRow): InstalmentPlan {
  const { id, instalments, means, reasons, letters, ended } = row
  return { id, instalments, means, reasons, letters, ended, caseId: row.case_id, penaltyId: row.penalty_id, totalPence: row.total_pence, agreedBy: row.agreed_by, agreedOn: row.agreed_on }
}
