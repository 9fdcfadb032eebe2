import type { Database } from '#platform/database'
import { pence, type Pence } from '#values'
import type { Account } from './account.ts'
import type { LedgerTables } from './journal.store.ts'

/** What stands on one account now, whichever side it is on; nothing where it was never opened. */
export async function balanceOf(db: Database, { id }: Account): Promise<Pence> {
  const row = await db.withTables<LedgerTables>().selectFrom('ledger.account').select('balance_pence').where('id', '=', id).executeTakeFirst()
  return pence(Math.abs(row?.balance_pence ?? 0))
}
