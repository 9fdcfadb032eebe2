import { sql } from 'kysely'
import type { Regime } from '#law'
import type { CalendarDate } from '#values'
import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CaseEvent } from '../events.ts'
import { evolveCase } from './evolve-case.ts'
import type { FindCorrection } from './find-correction.ts'
import type { CaseStage, Incident, PenaltyCase, Restriction, Triage } from './penalty-case.ts'
import type { Priority } from './priority.ts'

type CaseRow = {
  id: string
  reference: string
  detection_id: string | null
  incident: Incident
  regime: Regime
  stage: CaseStage
  opened_on: CalendarDate
  caseworker_id: string | null
  caseworker_name: string | null
  closed_on: CalendarDate | null
  corrections: readonly FindCorrection[]
  triage: Triage | null
  restricted: Restriction | null
  priority: Priority | null
}

type Tables = { 'penalties.case': CaseRow; 'penalties.reference_year': { year: number; last: number } }

const on = (db: Database) => db.withTables<Tables>()

const columns = ['id', 'reference', 'detection_id', 'incident', 'regime', 'stage', 'opened_on', 'caseworker_id', 'caseworker_name', 'closed_on', 'corrections', 'triage', 'restricted', 'priority'] as const

export const caseThing: Thing<PenaltyCase, CaseEvent> = { name: 'case', evolve: evolveCase, read: readCase, save: saveCase }

export async function readCase(db: Database, id: string): Promise<PenaltyCase | undefined> {
  const row = await on(db).selectFrom('penalties.case').select(columns).where('id', '=', id).executeTakeFirst()
  return row && caseOf(row)
}

export async function readCases(db: Database, ids: readonly string[]): Promise<readonly PenaltyCase[]> {
  const rows = await on(db).selectFrom('penalties.case').select(columns).where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
  return rows.map(caseOf)
}

export async function caseOfDetection(db: Database, detectionId: string): Promise<PenaltyCase | undefined> {
  const row = await on(db).selectFrom('penalties.case').select(columns).where('detection_id', '=', detectionId).executeTakeFirst()
  return row && caseOf(row)
}

export async function caseOfReference(db: Database, reference: string): Promise<PenaltyCase | undefined> {
  const row = await on(db).selectFrom('penalties.case').select(columns).where('reference', '=', reference).executeTakeFirst()
  return row && caseOf(row)
}

/** The next reference of the year; the row stays locked until the case is written, so that none is skipped or given twice. */
export async function nextReference(tx: Database, year: number): Promise<string> {
  const { last } = await on(tx)
    .insertInto('penalties.reference_year')
    .values({ year, last: 1 })
    .onConflict((row) => row.column('year').doUpdateSet({ last: sql`reference_year.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return `JX-${year}-${String(last).padStart(6, '0')}`
}

async function saveCase(tx: Database, _id: string, state: PenaltyCase): Promise<void> {
  const row = rowOf(state)
  await on(tx).insertInto('penalties.case').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function rowOf({ incident, ...state }: PenaltyCase) {
  return {
    id: state.id,
    reference: state.reference,
    detection_id: state.detectionId,
    incident: asJson(incident),
    regime: state.regime,
    stage: state.stage,
    opened_on: state.openedOn,
    caseworker_id: state.caseworkerId,
    caseworker_name: state.caseworkerName,
    closed_on: state.closedOn,
    corrections: asJson(state.corrections),
    triage: asJson(state.triage),
    restricted: asJson(state.restricted),
    priority: asJson(state.priority),
  }
}

function caseOf(row: CaseRow): PenaltyCase {
  return {
    id: row.id,
    reference: row.reference,
    detectionId: row.detection_id,
    incident: row.incident,
    regime: row.regime,
    stage: row.stage,
    openedOn: row.opened_on,
    caseworkerId: row.caseworker_id,
    caseworkerName: row.caseworker_name,
    closedOn: row.closed_on,
    corrections: row.corrections,
    triage: row.triage,
    restricted: row.restricted,
    priority: row.priority,
  }
}
