import { sql } from 'kysely'
import { isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import type { By } from '#values'
import { allocateCase, type Allocating } from '../case/allocate-case.ts'
import { caseThing } from '../case/case.store.ts'
import type { CaseEvent } from '../events.ts'
import { named, type Named } from '../penalty/penalty.ts'

/** Gives a case to somebody, and counts it for the fairness report in the same transaction. */
export async function allocateCaseOf(db: Database, caseId: string, allocating: Allocating, by: By): Promise<Decision<CaseEvent>> {
  return db.transaction().execute((tx) => allocateCaseIn(tx, caseId, allocating, by))
}

export async function allocateCaseIn(tx: Database, caseId: string, allocating: Allocating, by: By): Promise<Decision<CaseEvent>> {
  const decision = await changeIn(tx, caseThing, { id: caseId, by }, (found) => allocateCase(found, allocating))
  if (!isRefused(decision)) await countAllocation(tx, { caseId, officer: allocating.to, how: allocating.how, reasons: allocating.reasons }, by)
  return decision
}

/** Who was offered a case and passed it on: nothing of the case changes. */
export async function notePassed(db: Database, caseId: string, reasons: string, by: By): Promise<void> {
  await countAllocation(db, { caseId, officer: named(by), how: 'passed', reasons }, by)
}

interface Counted {
  readonly caseId: string
  readonly officer: Named
  readonly how: Allocating['how'] | 'passed'
  readonly reasons: string | undefined
}

async function countAllocation(tx: Database, { caseId, officer, how, reasons }: Counted, by: By): Promise<void> {
  await sql`
    insert into penalties.allocation (case_id, officer_id, officer_name, how, weight, reasons, by_id, at)
    values (${caseId}, ${officer.officerId}, ${officer.name}, ${how}, coalesce((select weight from penalties.work where case_id = ${caseId}), 1), ${reasons ?? null}, ${by.officerId}, ${by.at})`.execute(tx)
}
