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
  'penalties.nearest_day': { case_id: string; last_day: CalendarDate | null; clock: ClockName | null }
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
  /** What it waits for, the soonest first. */
  readonly waitsFor: readonly string[]
}

export interface Window {
  readonly limit: number
  readonly offset: number
}

/** What the officer may see, filtered and in order. The count asks with the same words. */
export async function listCases(db: Database, officer: Officer, filters: CaseFilters, { limit, offset }: Window): Promise<readonly CaseLine[]> {
  const rows = await matching(db, officer, filters)
    .select(['c.id', 'c.reference', 'c.incident', 'c.stage', 'c.opened_on', 'c.caseworker_name', 'n.last_day', 'n.clock'])
    .orderBy(orderOf(filters))
    .limit(limit).offset(offset).execute()
  const around = await aroundCases(db, rows.map(({ id }) => id))
  return rows.map((row) => ({
    id: row.id, reference: row.reference, incident: row.incident, stage: row.stage, openedOn: row.opened_on,
    caseworkerName: row.caseworker_name, lastDay: row.last_day, clock: row.clock, ...(around.get(row.id) ?? nothingAround),
  }))
}

type Around = Pick<CaseLine, 'persons' | 'decidedPence' | 'waitsFor'>

const nothingAround: Around = { persons: 0, decidedPence: noPence, waitsFor: [] }

/** What lies around each case of a page. Asked with the page itself, it would be gathered for every line that is passed over too. */
async function aroundCases(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Around>> {
  const { rows } = await sql<{ id: string; persons: number; decided_pence: Pence | null; waits_for: readonly string[] | null }>`
    select c.id,
      (select count(*) from penalties.person p where p.case_id = c.id) as persons,
      (select sum(p.amount_pence)::bigint from penalties.penalty p where p.case_id = c.id) as decided_pence,
      (select array_agg(w.code order by w.by_on nulls last, w.id) from penalties.waiting w where w.case_id = c.id and w.ended_on is null) as waits_for
    from unnest(${ids}::uuid[]) as c (id)`.execute(db)
  return new Map(rows.map(({ id, persons, decided_pence, waits_for }) => [id, { persons, decidedPence: decided_pence ?? noPence, waitsFor: [...new Set(waits_for ?? [])] }]))
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

/** The ids of at most so many of the same cases, for acts on all that a list shows. */
export async function idsListed(db: Database, officer: Officer, filters: CaseFilters, limit: number): Promise<readonly string[]> {
  const rows = await matching(db, officer, filters).select('c.id').orderBy(orderOf(filters)).limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** Every case has a line of its nearest day, so the list is read in the order of that index and never sorted as a whole. */
function matching(db: Database, officer: Officer, { stage, mine, who, place, waits, before }: CaseFilters) {
  return on(db)
    .selectFrom('penalties.nearest_day as n')
    .innerJoin('penalties.case as c', 'c.id', 'n.case_id')
    .where(whereMay(officer, seeCases, { state: 'c.stage', site: 'c.port' }))
    .$if(stage === 'active', (query) => query.where('c.stage', '<>', 'closed'))
    .$if(stage !== 'active' && stage !== 'all', (query) => query.where('c.stage', '=', stage as CaseStage))
    .$if(mine, (query) => query.where('c.caseworker_id', '=', officer.id))
    .$if(who === 'nobody', (query) => query.where('c.caseworker_id', 'is', null))
    .$if(who !== undefined && who !== 'nobody', (query) => query.where('c.caseworker_id', '=', who ?? null))
    .$if(place !== undefined, (query) => query.where('c.port', '=', place ?? ''))
    .$if(waits !== undefined, (query) => query.where(sql<boolean>`exists (select from penalties.waiting w where w.case_id = c.id and w.code = ${waits ?? ''} and w.ended_on is null)`))
    .$if(before !== undefined, (query) => query.where('n.last_day', '<', before ?? null))
}

/** Closed cases have no nearest day: among them its order is that of the ids, which the index by stage has. */
function orderOf({ stage, sort, down }: CaseFilters) {
  if (stage === 'closed' && sort === 'last-day') return down ? sql`n.case_id desc` : sql`n.case_id asc`
  const orders = {
    'last-day': down ? sql`n.last_day desc nulls last, n.case_id desc` : sql`n.last_day asc nulls last, n.case_id asc`,
    'reference': down ? sql`c.reference desc` : sql`c.reference asc`,
    'incident': down ? sql`c.occurred_on desc, c.id desc` : sql`c.occurred_on asc, c.id asc`,
    'stage': down ? sql`c.stage desc, c.opened_on desc, c.id desc` : sql`c.stage asc, c.opened_on asc, c.id asc`,
  }
  return orders[sort]
}
