import type { Database } from '#platform/database'
import { noPence, type Pence } from '#values'
import type { Account } from './account.ts'
import type { LedgerTables } from './journal.store.ts'

/** What stands on one account now: debit is positive. Nothing where it was never opened. */
export async function balanceOf(db: Database, { id }: Account): Promise<Pence> {
  const row = await db.withTables<LedgerTables>().selectFrom('ledger.account').select('balance_pence').where('id', '=', id).executeTakeFirst()
  return row?.balance_pence ?? noPence
}
