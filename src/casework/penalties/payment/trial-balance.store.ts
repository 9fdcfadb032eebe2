import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { noPence, type Pence } from '#values'
import { accountKinds, type AccountKind } from './account.ts'
import type { LedgerTables } from './journal.store.ts'

const on = (db: Database) => db.withTables<LedgerTables>()

export interface TrialLine {
  readonly kind: AccountKind
  readonly accounts: number
  readonly debitPence: Pence
  readonly creditPence: Pence
}

export interface TrialBalance {
  readonly lines: readonly TrialLine[]
  readonly debitPence: Pence
  readonly creditPence: Pence
  /** Zero, or the ledger is broken. */
  readonly differencePence: Pence
  /** Accounts whose kept balance is not the sum of their postings: none, or the ledger is broken. */
  readonly disagreeing: readonly string[]
  readonly journals: number
}

/** Added up from the postings themselves; the kept balances are only compared with it. */
export async function trialBalance(db: Database): Promise<TrialBalance> {
  const lines = await linesByKind(db)
  const { debit, credit, difference } = await on(db)
    .selectFrom('ledger.posting')
    .select([
      sql<Pence>`coalesce(sum(amount_pence) filter (where amount_pence > 0), 0)::bigint`.as('debit'),
      sql<Pence>`coalesce(-sum(amount_pence) filter (where amount_pence < 0), 0)::bigint`.as('credit'),
      sql<Pence>`coalesce(sum(amount_pence), 0)::bigint`.as('difference'),
    ])
    .executeTakeFirstOrThrow()
  const { journals } = await on(db).selectFrom('ledger.journal').select(sql<number>`count(*)::int`.as('journals')).executeTakeFirstOrThrow()
  return { lines, debitPence: debit, creditPence: credit, differencePence: difference, disagreeing: await disagreeing(db), journals }
}

async function linesByKind(db: Database): Promise<readonly TrialLine[]> {
  const rows = await on(db)
    .selectFrom('ledger.account')
    .select(['kind', sql<number>`count(*)::int`.as('accounts'), sql<Pence>`sum(balance_pence)::bigint`.as('balance')])
    .groupBy('kind')
    .orderBy(sql`array_position(${sql.val([...accountKinds])}::text[], kind)`)
    .execute()
  return rows.map(({ kind, accounts, balance }) => ({
    kind, accounts, debitPence: balance > 0 ? balance : noPence, creditPence: balance < 0 ? (-balance as Pence) : noPence,
  }))
}

async function disagreeing(db: Database): Promise<readonly string[]> {
  const rows = await on(db)
    .selectFrom('ledger.account as account')
    .leftJoin('ledger.posting as posting', 'posting.account_id', 'account.id')
    .select('account.id')
    .groupBy(['account.id', 'account.balance_pence'])
    .having(sql<boolean>`account.balance_pence <> coalesce(sum(posting.amount_pence), 0)`)
    .execute()
  return rows.map(({ id }) => id)
}
