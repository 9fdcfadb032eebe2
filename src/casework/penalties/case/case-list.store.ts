import { sql } from 'kysely'
import type { ClockName } from '#law'
import type { Database } from '#platform/database'
import type { CalendarDate, Officer, Pence } from '#values'
import { casesCounted } from '../limits.ts'
import { seeCases } from '../rights.ts'
import type { CaseFilters } from './case-filters.ts'
import { activeStages, caseStages, type CaseStage, type Incident } from './penalty-case.ts'
import { whereCase } from './where-case.store.ts'

/** Every case has a line with all that a list is narrowed and sorted by; the database keeps it in step with the case. */
type Line = { case_id: string; last_day: CalendarDate | null; reference: string; stage: CaseStage; port: string; caseworker_id: string | null; occurred_on: CalendarDate; opened_on: CalendarDate; first_on: CalendarDate | null }

/** Where the line says what rights ask about its case. */
const ofLine = { id: 'n.case_id', state: 'n.stage', site: 'n.port' }

const on = (db: Database) => db.withTables<{ 'penalties.nearest_day': Line }>()

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
  /** The day by which it is put before others. */
  readonly firstOn: CalendarDate | null
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
export async function listCases(db: Database, officer: Officer, filters: CaseFilters, window: Window): Promise<readonly CaseLine[]> {
  return linesOf(db, await idsListed(db, officer, filters, window))
}

/** Which cases stand in this part of the list. Read from an index alone, so that what is passed over costs next to nothing. */
export async function idsListed(db: Database, officer: Officer, filters: CaseFilters, { limit, offset }: Window): Promise<readonly string[]> {
  const rows = await matching(db, officer, filters).select('n.case_id').orderBy(orderOf(filters)).limit(limit).offset(offset).execute()
  return rows.map(({ case_id }) => case_id)
}

/** The cases of one page with what lies around each. */
async function linesOf(db: Database, ids: readonly string[]): Promise<readonly CaseLine[]> {
  const { rows } = await sql<CaseLine>`
    select c.id, c.reference, c.incident, c.stage, c.opened_on as "openedOn", c.caseworker_name as "caseworkerName", n.last_day as "lastDay", n.clock, n.first_on as "firstOn",
      (select count(*) from penalties.person p where p.case_id = c.id) as persons,
      (select coalesce(sum(p.amount_pence), 0)::bigint from penalties.penalty p where p.case_id = c.id) as "decidedPence",
      (select coalesce(array_agg(w.code order by w.by_on nulls last, w.id), '{}') from penalties.waiting w where w.case_id = c.id and w.ended_on is null) as "waitsFor"
    from unnest(${ids}::uuid[]) with ordinality as page (id, place)
    join penalties.case c on c.id = page.id join penalties.nearest_day n on n.case_id = page.id order by page.place`.execute(db)
  return rows.map((row) => ({ ...row, waitsFor: [...new Set(row.waitsFor)] }))
}

/** How many fit; where they are more than are counted, one more than that. */
export async function countCasesListed(db: Database, officer: Officer, filters: CaseFilters): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`select count(*) from (${matching(db, officer, filters).select('n.stage').limit(casesCounted + 1)}) as counted`.execute(db)
  return row?.count ?? 0
}

/** How many stand at each stage, under the same right as the list and counted as far. */
export async function countByStage(db: Database, officer: Officer): Promise<ReadonlyMap<CaseStage, number>> {
  const { rows } = await sql<{ stage: CaseStage; count: number }>`
    select asked.stage, (select count(*) from (
      select from penalties.nearest_day n where n.stage = asked.stage and ${whereCase(officer, seeCases, ofLine)} limit ${casesCounted + 1}) as counted) as count
    from unnest(${caseStages}::text[]) as asked (stage)`.execute(db)
  return new Map(rows.map(({ stage, count }) => [stage, count]))
}

function matching(db: Database, officer: Officer, { stage, mine, first, who, place, waits, before }: CaseFilters) {
  return on(db)
    .selectFrom('penalties.nearest_day as n')
    .where(whereCase(officer, seeCases, ofLine))
    .$if(stage === 'active', (query) => query.where(sql<boolean>`n.stage = any(${activeStages}::text[])`))
    .$if(stage !== 'active' && stage !== 'all', (query) => query.where('n.stage', '=', stage as CaseStage))
    .$if(mine, (query) => query.where('n.caseworker_id', '=', officer.id))
    .$if(first, (query) => query.where('n.first_on', 'is not', null))
    .$if(who === 'nobody', (query) => query.where('n.caseworker_id', 'is', null))
    .$if(who !== undefined && who !== 'nobody', (query) => query.where('n.caseworker_id', '=', who ?? null))
    .$if(place !== undefined, (query) => query.where('n.port', '=', place ?? ''))
    .$if(waits !== undefined, (query) => query.where(sql<boolean>`exists (select from penalties.waiting w where w.case_id = n.case_id and w.code = ${waits ?? ''} and w.ended_on is null)`))
    .$if(before !== undefined, (query) => query.where('n.last_day', '<', before ?? null))
}

/** Each order is that of one index. Closed cases have no nearest day: among them its order is that of the ids. */
function orderOf({ stage, sort, down }: CaseFilters) {
  if (stage === 'closed' && sort === 'last-day') return down ? sql`n.last_day desc, n.case_id desc` : sql`n.last_day asc, n.case_id asc`
  const orders = {
    'last-day': down ? sql`n.last_day desc nulls last, n.case_id desc` : sql`n.last_day asc nulls last, n.case_id asc`,
    'reference': down ? sql`n.reference desc` : sql`n.reference asc`,
    'incident': down ? sql`n.occurred_on desc, n.case_id desc` : sql`n.occurred_on asc, n.case_id asc`,
    'stage': down ? sql`n.stage desc, n.opened_on desc, n.case_id desc` : sql`n.stage asc, n.opened_on asc, n.case_id asc`,
  }
  return orders[sort]
}
