import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Pence } from '#values'
import type { LedgerTables } from './journal.store.ts'

/** What is still owed on each penalty of these cases. */
export async function owedOfCases(db: Database, caseIds: readonly string[]): Promise<ReadonlyMap<string, Pence>> {
  const rows = await db.withTables<LedgerTables & { 'penalties.penalty': { id: string; case_id: string } }>()
    .selectFrom('penalties.penalty as penalty')
    .innerJoin('ledger.account as account', (join) => join.onRef('account.penalty_id', '=', 'penalty.id').on('account.kind', '=', 'debt'))
    .select(['penalty.id', 'account.balance_pence as owed'])
    .where(sql<boolean>`penalty.case_id = any(${caseIds}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, owed }) => [id, owed]))
}
