import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { noPence, pence, type Pence } from '#values'
import type { AccountKind } from './account.ts'
import type { LedgerTables } from './journal.store.ts'

const on = (db: Database) => db.withTables<LedgerTables>()

/** Four numbers that are never one, and what decisions took off between the first and the second. */
export interface Money {
  readonly issuedPence: Pence
  readonly takenOffPence: Pence
  readonly owedPence: Pence
  readonly collectedPence: Pence
  readonly writtenOffPence: Pence
}

export const noMoney: Money = { issuedPence: noPence, takenOffPence: noPence, owedPence: noPence, collectedPence: noPence, writtenOffPence: noPence }

export async function moneyOf(db: Database, penaltyId: string): Promise<Money> {
  return (await moneyOfPenalties(db, [penaltyId])).get(penaltyId) ?? noMoney
}

export async function moneyOfPenalties(db: Database, penaltyIds: readonly string[]): Promise<ReadonlyMap<string, Money>> {
  const [balances, collected] = [await balancesOf(db, penaltyIds), await collectedOn(db, penaltyIds)]
  return new Map(penaltyIds.map((id) => [id, { ...debtAmong(balances, id), collectedPence: collected.get(id) ?? noPence }]))
}

/** What the accounts of one penalty hold. */
export type Debt = Omit<Money, 'collectedPence'>

/** All that an act rests on that moves money, in one look at the accounts; what was collected is counted only where it is shown. */
export async function debtOf(db: Database, penaltyId: string): Promise<Debt> {
  return debtAmong(await balancesOf(db, [penaltyId]), penaltyId)
}

function debtAmong(balances: ReadonlyMap<string, Pence>, penaltyId: string): Debt {
  const balance = (kind: AccountKind): Pence => pence(Math.abs(balances.get(`${kind}:${penaltyId}`) ?? 0))
  return { issuedPence: balance('issued'), takenOffPence: balance('taken-off'), owedPence: balance('debt'), writtenOffPence: balance('written-off') }
}

async function balancesOf(db: Database, penaltyIds: readonly string[]): Promise<ReadonlyMap<string, Pence>> {
  if (penaltyIds.length === 0) return new Map()
  const rows = await on(db).selectFrom('ledger.account').select(['id', 'balance_pence']).where('penalty_id', 'in', penaltyIds).execute()
  return new Map(rows.map((row) => [row.id, row.balance_pence]))
}

/** What payments brought to each debt: counted from the postings themselves and not from what is left. */
async function collectedOn(db: Database, penaltyIds: readonly string[]): Promise<ReadonlyMap<string, Pence>> {
  if (penaltyIds.length === 0) return new Map()
  const rows = await on(db)
    .selectFrom('ledger.posting as posting')
    .innerJoin('ledger.journal as journal', 'journal.id', 'posting.journal_id')
    .innerJoin('ledger.account as account', 'account.id', 'posting.account_id')
    .select(['account.penalty_id', sql<Pence>`(-sum(posting.amount_pence))::bigint`.as('collected')])
    .where('account.kind', '=', 'debt')
    .where('account.penalty_id', 'in', penaltyIds)
    .where('journal.kind', 'in', ['allocation', 'release'])
    .groupBy('account.penalty_id')
    .execute()
  return new Map(rows.map((row) => [row.penalty_id ?? '', row.collected]))
}
