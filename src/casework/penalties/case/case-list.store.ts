import { sql } from 'kysely'
import type { ClockName } from '#law'
import type { Database } from '#platform/database'
import { whereMay } from '#platform/identity'
import { noPence, type CalendarDate, type Officer, type Pence } from '#values'
import { seeCases } from '../rights.ts'
import type { CaseFilters } from './case-filters.ts'
import type { CaseStage, Incident } from './penalty-case.ts'

type Tables = {
  'penalties.case': { id: string; reference: string; incident: Incident; stage: CaseStage; opened_on: CalendarDate; caseworker_id: string | null; caseworker_name: string | null; port: string; occurred_on: CalendarDate }
  'penalties.nearest_day': { case_id: string; last_day: CalendarDate; clock: ClockName }
  'penalties.penalty': { case_id: string; capacity: string; stage: string; amount_pence: Pence | null }
}

const on = (db: Database) => db.withTables<Tables>()

/** One line of the work list: no name of any person, so that looking down the list is not looking into the cases. */
export interface CaseLine {
  readonly id: string
  readonly reference: string
  readonly incident: Incident
  readonly stage: CaseStage
  readonly openedOn: CalendarDate
  readonly caseworkerName: string | null
  readonly lastDay: CalendarDate | null
  readonly clock: ClockName | null
  readonly persons: number
  readonly decidedPence: Pence
}

export interface Window {
  readonly limit: number
  readonly offset: number
}

/** What the officer may see, filtered and in order. The count asks with the same words. */
export async function listCases(db: Database, officer: Officer, filters: CaseFilters, { limit, offset }: Window): Promise<readonly CaseLine[]> {
  const rows = await matching(db, officer, filters)
    .select(['c.id', 'c.reference', 'c.incident', 'c.stage', 'c.opened_on', 'c.caseworker_name', 'n.last_day', 'n.clock'])
    .select([
      sql<number>`(select count(*) from penalties.person p where p.case_id = c.id)`.as('persons'),
      sql<Pence | null>`(select sum(p.amount_pence)::bigint from penalties.penalty p where p.case_id = c.id)`.as('decided_pence'),
    ])
    .orderBy(orderOf(filters)).orderBy('c.reference')
    .limit(limit).offset(offset).execute()
  return rows.map((row) => ({
    id: row.id, reference: row.reference, incident: row.incident, stage: row.stage, openedOn: row.opened_on,
    caseworkerName: row.caseworker_name, lastDay: row.last_day, clock: row.clock, persons: row.persons, decidedPence: row.decided_pence ?? noPence,
  }))
}

export async function countCasesListed(db: Database, officer: Officer, filters: CaseFilters): Promise<number> {
  const { count } = await matching(db, officer, filters).select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  return count
}

/** How many stand at each stage, under the same right as the list. */
export async function countByStage(db: Database, officer: Officer): Promise<ReadonlyMap<CaseStage, number>> {
  const rows = await on(db).selectFrom('penalties.case as c').select(['c.stage', sql<number>`count(*)`.as('count')])
    .where(whereMay(officer, seeCases, { state: 'c.stage', site: 'c.port' })).groupBy('c.stage').execute()
  return new Map(rows.map(({ stage, count }) => [stage, count]))
}

function matching(db: Database, officer: Officer, { stage, mine, place, overdueOn }: CaseFilters) {
  return on(db)
    .selectFrom('penalties.case as c')
    .leftJoin('penalties.nearest_day as n', 'n.case_id', 'c.id')
    .where(whereMay(officer, seeCases, { state: 'c.stage', site: 'c.port' }))
    .$if(stage === 'active', (query) => query.where('c.stage', '<>', 'closed'))
    .$if(stage !== 'active' && stage !== 'all', (query) => query.where('c.stage', '=', stage as CaseStage))
    .$if(mine, (query) => query.where('c.caseworker_id', '=', officer.id))
    .$if(place !== undefined, (query) => query.where('c.port', '=', place ?? ''))
    .$if(overdueOn !== undefined, (query) => query.where('n.last_day', '<', overdueOn ?? null))
}

function orderOf({ sort, down }: CaseFilters) {
  const column = { 'last-day': sql.ref('n.last_day'), 'reference': sql.ref('c.reference'), 'incident': sql.ref('c.occurred_on'), 'stage': sql.ref('c.stage') }[sort]
  return down ? sql`${column} desc nulls last` : sql`${column} asc nulls last`
}
