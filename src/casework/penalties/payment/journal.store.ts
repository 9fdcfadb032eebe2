import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { By, CalendarDate, Instant, Pence } from '#values'
import type { AccountKind, Line } from './account.ts'
import type { JournalKind } from './journal-kinds.ts'

export type LedgerTables = {
  'ledger.account': { id: string; kind: AccountKind; penalty_id: string | null; payment_id: string | null; balance_pence: Pence }
  'ledger.journal': { id: string; kind: JournalKind; on_day: CalendarDate; source: string; reverses: string | null; note: string; by_id: string; by_name: string; at: Instant }
  'ledger.posting': { journal_id: string; account_id: string; amount_pence: Pence }
}

const on = (db: Database) => db.withTables<LedgerTables>()

export interface NewJournal {
  readonly kind: JournalKind
  readonly on: CalendarDate
  /** What called for it; the same source posts once. */
  readonly source: string
  readonly note: string
  readonly lines: readonly Line[]
  /** The journal this one turns round, by its source. */
  readonly reversesSource?: string
  readonly by: By
}

/**
 * Posts inside the caller's transaction; false when this source has been posted before. What every case moves (the bank, the card service, the
 * tills) is locked by it until the end, so an act changes its things first: the history is locked before any shared account, by everybody.
 */
export async function post(tx: Database, { kind, on: onDay, source, note, lines, reversesSource, by }: NewJournal): Promise<boolean> {
  const id = newId()
  const reverses = reversesSource === undefined ? null : await journalOfSource(tx, reversesSource)
  const journal = { id, kind, on_day: onDay, source, reverses, note, by_id: by.officerId, by_name: by.name, at: by.at }
  const { numInsertedOrUpdatedRows } = await on(tx).insertInto('ledger.journal').values(journal).onConflict((conflict) => conflict.column('source').doNothing()).executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false

  await openAccounts(tx, lines)
  // One order for everybody, so that two journals never wait for each other's accounts.
  const inOrder = lines.toSorted((one, other) => (one.account.id < other.account.id ? -1 : 1))
  await on(tx).insertInto('ledger.posting').values(inOrder.map(({ account, amountPence }) => ({ journal_id: id, account_id: account.id, amount_pence: amountPence }))).execute()
  return true
}

async function journalOfSource(tx: Database, source: string): Promise<string> {
  const { id } = await on(tx).selectFrom('ledger.journal').select('id').where('source', '=', source).executeTakeFirstOrThrow()
  return id
}

async function openAccounts(tx: Database, lines: readonly Line[]): Promise<void> {
  const rows = lines.map(({ account: { id, kind, penaltyId, paymentId } }) => ({ id, kind, penalty_id: penaltyId, payment_id: paymentId, balance_pence: 0 as Pence }))
  await on(tx).insertInto('ledger.account').values(rows).onConflict((conflict) => conflict.column('id').doNothing()).execute()
}
