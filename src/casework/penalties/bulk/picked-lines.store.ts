import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Officer } from '#values'
import type { CaseStage } from '../case/penalty-case.ts'
import { whereCase } from '../case/where-case.store.ts'
import { seeCases } from '../rights.ts'

/** A case as an act on many shows it. */
export interface PickedLine {
  readonly id: string
  readonly reference: string
  readonly stage: CaseStage
  readonly caseworkerName: string | null
}

/** Those of these cases that the officer may see, in the order of their references. */
export async function pickedLines(db: Database, officer: Officer, caseIds: readonly string[]): Promise<readonly PickedLine[]> {
  const { rows } = await sql<PickedLine>`
    select c.id, c.reference, c.stage, c.caseworker_name as "caseworkerName" from penalties.case c
    where c.id = any(${caseIds}::uuid[]) and ${whereCase(officer, seeCases)} order by c.reference`.execute(db)
  return rows
}
