import { sql } from 'kysely'
import type { Capacity, Regime, Section } from '#law'
import type { CalendarDate, Pence } from '#values'
import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { PenaltyEvent } from '../events.ts'
import { evolvePenalty } from './evolve-penalty.ts'
import type { Determination, Ending, IssuedNotice, Objection, Penalty, PenaltyDecision, PenaltyStage, PenaltyStanding, Proposal } from './penalty.ts'

type PenaltyRow = {
  id: string
  case_id: string
  person_id: string
  party_id: string
  capacity: Capacity
  section: Section
  regime: Regime
  responsible_on: CalendarDate
  entrants: number
  driver_reported: boolean
  stage: PenaltyStage
  amount_pence: Pence | null
  proposal: Proposal
  decision: PenaltyDecision | null
  notices: readonly IssuedNotice[]
  objection: Objection | null
  determination: Determination | null
  ended: Ending | null
}

const on = (db: Database) => db.withTables<{ 'penalties.penalty': PenaltyRow }>()

export const penaltyThing: Thing<Penalty, PenaltyEvent> = { name: 'penalty', evolve: evolvePenalty, read: readPenalty, save: savePenalty }

export async function readPenalty(db: Database, id: string): Promise<Penalty | undefined> {
  const row = await on(db).selectFrom('penalties.penalty').selectAll().where('id', '=', id).executeTakeFirst()
  return row && penaltyOf(row)
}

/** In the order of the person columns: driver, owner, hirer, operator. Withdrawn ones of somebody who has left the case stand for nothing. */
export async function penaltiesOfCase(db: Database, caseId: string): Promise<readonly Penalty[]> {
  const rows = await on(db)
    .selectFrom('penalties.penalty').selectAll()
    .where('case_id', '=', caseId)
    .where(sql<boolean>`not exists (select from penalties.person as who where who.id = penalty.person_id and who.removed is not null)`)
    .orderBy(sql`array_position(array['driver', 'operator', 'owner', 'hirer'], capacity)`).orderBy('person_id')
    .execute()
  return rows.map(penaltyOf)
}

/** Where the penalties of these cases stand, in the same order, without their ladders. */
export async function penaltiesStanding(db: Database, caseIds: readonly string[]): Promise<readonly PenaltyStanding[]> {
  const rows = await on(db)
    .selectFrom('penalties.penalty')
    .select(['id', 'case_id', 'person_id', 'party_id', 'capacity', 'section', 'regime', 'responsible_on', 'entrants', 'driver_reported', 'stage', 'amount_pence', 'notices', 'objection', 'ended'])
    .select(sql<CalendarDate | null>`determination ->> 'toldOn'`.as('told_on'))
    .where(sql<boolean>`case_id = any(${caseIds}::uuid[])`)
    .orderBy(sql`array_position(array['driver', 'operator', 'owner', 'hirer'], capacity)`).orderBy('person_id')
    .execute()
  return rows.map(({ told_on, ...row }) => ({ ...standingOf(row), determination: told_on === null ? null : { toldOn: told_on } }))
}

async function savePenalty(tx: Database, _id: string, state: Penalty): Promise<void> {
  const row = rowOf(state)
  await on(tx).insertInto('penalties.penalty').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function rowOf(state: Penalty) {
  return {
    id: state.id,
    case_id: state.caseId,
    person_id: state.personId,
    party_id: state.partyId,
    capacity: state.capacity,
    section: state.section,
    regime: state.regime,
    responsible_on: state.responsibleOn,
    entrants: state.entrants,
    driver_reported: state.driverReported,
    stage: state.stage,
    amount_pence: state.amountPence,
    proposal: asJson(state.proposal),
    decision: asJson(state.decision),
    notices: asJson(state.notices),
    objection: asJson(state.objection),
    determination: asJson(state.determination),
    ended: asJson(state.ended),
  }
}


function penaltyOf({ proposal, decision, determination, ...row }: PenaltyRow): Penalty {
  return { ...standingOf(row), proposal, decision, determination }
}

function standingOf(row: Omit<PenaltyRow, 'proposal' | 'decision' | 'determination'>): Omit<PenaltyStanding, 'determination'> {
  return {
    id: row.id,
    caseId: row.case_id,
    personId: row.person_id,
    partyId: row.party_id,
    capacity: row.capacity,
    section: row.section,
    regime: row.regime,
    responsibleOn: row.responsible_on,
    entrants: row.entrants,
    driverReported: row.driver_reported,
    stage: row.stage,
    amountPence: row.amount_pence,
    notices: row.notices,
    // Rows written before acceptances bore a day say nothing of one.
    objection: row.objection && { ...row.objection, acceptedLateOn: row.objection.acceptedLateOn ?? (row.objection.standing === 'late-accepted' ? row.objection.receivedOn : null) },
    ended: row.ended,
  }
}
