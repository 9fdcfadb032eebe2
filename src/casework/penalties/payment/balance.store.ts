import type { Database } from '#platform/database'
import { lockChain } from '#platform/events'
import { noPence, type By, type Pence } from '#values'
import type { Account } from './account.ts'
import type { LedgerTables } from './journal.store.ts'

/** What stands on one account now: debit is positive. Nothing where it was never opened. */
export async function balanceOf(db: Database, { id }: Account): Promise<Pence> {
  const row = await db.withTables<LedgerTables>().selectFrom('ledger.account').select('balance_pence').where('id', '=', id).executeTakeFirst()
  return row?.balance_pence ?? noPence
}

/**
 * The same before an act takes from what every case shares: what is read still stands when it is taken. The act's own things are locked by
 * then, and history before any shared account, by everybody (see `post`).
 */
export async function balanceToTakeFrom(tx: Database, account: Account, { site }: By): Promise<Pence> {
  await lockChain(tx, site)
  return balanceOf(tx, account)
}
