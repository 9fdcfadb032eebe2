import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Officer } from '#values'
import type { Window } from '../case/case-list.store.ts'
import type { CaseStage } from '../case/penalty-case.ts'
import { whereCase } from '../case/where-case.store.ts'
import type { Named } from '../penalty/penalty.ts'
import { seeCases } from '../rights.ts'
import type { BulkAct, Pass } from './bulk-act.ts'

/** What came of one case in one pass. */
interface Result {
  readonly caseId: string
  readonly refused: string | null
  readonly at: Instant
}

export async function keepCheck(db: Database, bulkId: string, { caseId, refused, at }: Result): Promise<void> {
  await sql`insert into penalties.bulk_check (bulk_id, case_id, refused, at) values (${bulkId}, ${caseId}, ${refused}, ${at}) on conflict do nothing`.execute(db)
}

/** False where a result is there already. */
export async function claimResult(tx: Database, bulkId: string, { caseId, refused, at }: Result): Promise<boolean> {
  const { rows } = await sql`
    insert into penalties.bulk_result (bulk_id, case_id, refused, at, had)
    select ${bulkId}, c.id, ${refused}, ${at}, case when c.caseworker_id is not null then jsonb_build_object('officerId', c.caseworker_id, 'name', c.caseworker_name) end
    from penalties.case c where c.id = ${caseId} on conflict do nothing returning case_id`.execute(tx)
  return rows.length > 0
}

/** False where it was undone, or could not be, already. */
export async function claimUndo(tx: Database, bulkId: string, { caseId, refused, at }: Result): Promise<boolean> {
  const { rows } = await sql`
    update penalties.bulk_result set undone_at = case when ${refused}::text is null then ${at}::timestamptz end, undo_refused = ${refused}
    where bulk_id = ${bulkId} and case_id = ${caseId} and refused is null and undone_at is null and undo_refused is null returning case_id`.execute(tx)
  return rows.length > 0
}

/** Cases that this pass has still to come to, at most so many, with who had each before. */
export async function leftIn(db: Database, { id, caseIds }: BulkAct, pass: Pass, most: number): Promise<readonly { readonly caseId: string; readonly had: Named | null }[]> {
  const asked = {
    check: sql`select item as "caseId", null::jsonb as had from unnest(${caseIds}::uuid[]) as item where not exists (select from penalties.bulk_check r where r.bulk_id = ${id} and r.case_id = item)`,
    run: sql`select item as "caseId", null::jsonb as had from unnest(${caseIds}::uuid[]) as item where not exists (select from penalties.bulk_result r where r.bulk_id = ${id} and r.case_id = item)`,
    undo: sql`select case_id as "caseId", had from penalties.bulk_result where bulk_id = ${id} and refused is null and undone_at is null and undo_refused is null`,
  }
  return (await sql<{ caseId: string; had: Named | null }>`${asked[pass]} limit ${most}`.execute(db)).rows
}

/** Acts of which a pass may not be over. */
export async function underWay(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from penalties.bulk_act b where stage in ('running', 'undoing')
      or (stage in ('prepared', 'approved') and (select count(*) from penalties.bulk_check r where r.bulk_id = b.id) < jsonb_array_length(items))
    order by prepared_at`.execute(db)
  return rows.map(({ id }) => id)
}

/** How far an act has come: what was tried, what was done, and what was undone again. */
export interface BulkCounts {
  readonly checked: number
  readonly possible: number
  readonly ran: number
  readonly done: number
  readonly undone: number
  readonly notUndone: number
}

export async function bulkCounts(db: Database, bulkId: string): Promise<BulkCounts> {
  const { rows: [row] } = await sql<BulkCounts>`
    select tried.*, results.* from
      (select count(*) as checked, count(*) filter (where refused is null) as possible from penalties.bulk_check where bulk_id = ${bulkId}) as tried,
      (select count(*) as ran, count(*) filter (where refused is null) as done, count(undone_at) as undone, count(undo_refused) as "notUndone" from penalties.bulk_result where bulk_id = ${bulkId}) as results`.execute(db)
  return row ?? { checked: 0, possible: 0, ran: 0, done: 0, undone: 0, notUndone: 0 }
}

/** One case of an act, with what came of it in each pass; null where nothing has yet, or nothing stood against it. */
export interface BulkLine {
  readonly id: string
  readonly reference: string
  readonly stage: CaseStage
  readonly isChecked: boolean
  readonly checkRefused: string | null
  readonly hasRun: boolean
  readonly runRefused: string | null
  readonly undoneAt: Instant | null
  readonly undoRefused: string | null
}

/** Those of its cases that the officer may see, in the order of their references. */
export async function bulkLines(db: Database, officer: Officer, { id, caseIds }: BulkAct, { limit, offset }: Window): Promise<readonly BulkLine[]> {
  const { rows } = await sql<BulkLine>`
    select c.id, c.reference, c.stage, k.case_id is not null as "isChecked", k.refused as "checkRefused",
      r.case_id is not null as "hasRun", r.refused as "runRefused", r.undone_at as "undoneAt", r.undo_refused as "undoRefused"
    from unnest(${caseIds}::uuid[]) as item join penalties.case c on c.id = item
    left join penalties.bulk_check k on k.bulk_id = ${id} and k.case_id = c.id left join penalties.bulk_result r on r.bulk_id = ${id} and r.case_id = c.id
    where ${whereCase(officer, seeCases)} order by c.reference limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** What was tried before is forgotten, so that everything is tried again. */
export async function forgetChecks(db: Database, bulkId: string): Promise<void> {
  await sql`delete from penalties.bulk_check where bulk_id = ${bulkId}`.execute(db)
}
