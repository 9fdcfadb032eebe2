import { sql } from 'kysely'
import { refuse, type Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { changeIn, type Thing } from '#platform/events'
import type { By, CalendarDate } from '#values'
import { lockCase } from '../penalty/change-penalty.store.ts'
import type { Named } from '../penalty/penalty.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { evolveHold, type HoldEvent, type HoldKind, type RecoveryHold } from './hold.ts'
import { holdRecovery, liftHold, type Holding } from './hold-recovery.ts'

type HoldRow = {
  id: string
  case_id: string
  penalty_id: string
  kind: HoldKind
  from_on: CalendarDate
  until_on: CalendarDate | null
  reasons: string
  placed_by: Named
  lifted: RecoveryHold['lifted']
}

const on = (db: Database) => db.withTables<{ 'ledger.recovery_hold': HoldRow }>()

export const holdThing: Thing<RecoveryHold, HoldEvent> = { name: 'recovery-hold', evolve: evolveHold, read: readHold, save: saveHold }

export async function readHold(db: Database, id: string): Promise<RecoveryHold | undefined> {
  const row = await on(db).selectFrom('ledger.recovery_hold').selectAll().where('id', '=', id).executeTakeFirst()
  return row && holdOf(row)
}

export async function holdsOfCase(db: Database, caseId: string): Promise<readonly RecoveryHold[]> {
  return holdsOfCases(db, [caseId])
}

export async function holdsOfCases(db: Database, caseIds: readonly string[]): Promise<readonly RecoveryHold[]> {
  const rows = await on(db).selectFrom('ledger.recovery_hold').selectAll().where(sql<boolean>`case_id = any(${caseIds}::uuid[])`).orderBy('from_on', 'desc').orderBy('id').execute()
  return rows.map(holdOf)
}

/** Placed under the case's lock, so that two of a kind are refused in words; the table refuses them too. */
export async function holdRecoveryOf(db: Database, penaltyId: string, holding: Holding, by: By): Promise<Decision<HoldEvent>> {
  return db.transaction().execute((tx) => holdRecoveryIn(tx, penaltyId, holding, by))
}

/** The same inside a caller's transaction, for what stops recovery by itself. */
export async function holdRecoveryIn(tx: Database, penaltyId: string, holding: Holding, by: By): Promise<Decision<HoldEvent>> {
  const penalty = await readPenalty(tx, penaltyId)
  if (penalty === undefined) return refuse('no-such-penalty')
  await lockCase(tx, penalty.caseId)
  const others = (await holdsOfCase(tx, penalty.caseId)).filter((hold) => hold.penaltyId === penaltyId)
  return changeIn(tx, holdThing, { id: holding.holdId, by }, () => holdRecovery(penalty, others, holding))
}

export async function liftHoldOf(db: Database, holdId: string, lifting: Parameters<typeof liftHold>[1], by: By): Promise<Decision<HoldEvent>> {
  return db.transaction().execute((tx) => liftHoldIn(tx, holdId, lifting, by))
}

export async function liftHoldIn(tx: Database, holdId: string, lifting: Parameters<typeof liftHold>[1], by: By): Promise<Decision<HoldEvent>> {
  return changeIn(tx, holdThing, { id: holdId, by }, (hold) => liftHold(hold, lifting))
}

async function saveHold(tx: Database, _id: string, state: RecoveryHold): Promise<void> {
  const row = {
    id: state.id,
    case_id: state.caseId,
    penalty_id: state.penaltyId,
    kind: state.kind,
    from_on: state.fromOn,
    until_on: state.untilOn,
    reasons: state.reasons,
    placed_by: asJson(state.placedBy),
    lifted: asJson(state.lifted),
  }
  await on(tx).insertInto('ledger.recovery_hold').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function holdOf(row: HoldRow): RecoveryHold {
  const { id, kind, reasons, lifted } = row
  return { id, kind, reasons, lifted, caseId: row.case_id, penaltyId: row.penalty_id, fromOn: row.from_on, untilOn: row.until_on, placedBy: row.placed_by }
}
