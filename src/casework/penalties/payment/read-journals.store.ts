import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate, Instant, Pence } from '#values'
import { journalsOnAPage } from '../limits.ts'
import type { AccountKind } from './account.ts'
import type { JournalKind } from './journal-kinds.ts'
import type { LedgerTables } from './journal.store.ts'

type Tables = LedgerTables & {
  'penalties.penalty': { id: string; case_id: string }
  'penalties.case': { id: string; reference: string }
  'ledger.payment': { id: string; case_id: string }
}

const on = (db: Database) => db.withTables<Tables>()

export interface JournalLine {
  readonly id: string
  readonly kind: JournalKind
  readonly on: CalendarDate
  readonly note: string
  readonly byName: string
  readonly at: Instant
  readonly amountPence: Pence
}

/** The latest journals, or those before one of them. */
export async function latestJournals(db: Database, before?: string): Promise<readonly JournalLine[]> {
  const newest = on(db)
    .selectFrom('ledger.journal as journal')
    .innerJoin('ledger.posting as posting', 'posting.journal_id', 'journal.id')
    .select(['journal.id', 'journal.kind', 'journal.on_day as on', 'journal.note', 'journal.by_name as byName', 'journal.at'])
    .select(sql<Pence>`(sum(posting.amount_pence) filter (where posting.amount_pence > 0))::bigint`.as('amountPence'))
    .groupBy('journal.id').orderBy('journal.id', 'desc').limit(journalsOnAPage)
  return (before === undefined ? newest : newest.where('journal.id', '<', before)).execute()
}

export interface PostingLine {
  readonly account: AccountKind
  readonly amountPence: Pence
  readonly caseId: string | null
  readonly caseReference: string | null
}

export interface Journal extends Omit<JournalLine, 'amountPence'> {
  readonly source: string
  readonly postings: readonly PostingLine[]
}

export async function readJournal(db: Database, id: string): Promise<Journal | undefined> {
  const journal = await on(db)
    .selectFrom('ledger.journal')
    .select(['id', 'kind', 'on_day as on', 'note', 'by_name as byName', 'at', 'source'])
    .where('id', '=', id).executeTakeFirst()
  return journal && { ...journal, postings: await postingsOf(db, id) }
}

async function postingsOf(db: Database, journalId: string): Promise<readonly PostingLine[]> {
  return on(db)
    .selectFrom('ledger.posting as posting')
    .innerJoin('ledger.account as account', 'account.id', 'posting.account_id')
    .leftJoin('penalties.penalty as penalty', 'penalty.id', 'account.penalty_id')
    .leftJoin('ledger.payment as payment', 'payment.id', 'account.payment_id')
    .leftJoin('penalties.case as found', (join) => join.on(sql<boolean>`found.id = coalesce(penalty.case_id, payment.case_id)`))
    .select(['account.kind as account', 'posting.amount_pence as amountPence', 'found.id as caseId', 'found.reference as caseReference'])
    .where('posting.journal_id', '=', journalId)
    .orderBy('posting.amount_pence', 'desc')
    .execute()
}

/** One movement on a debt: what a statement lists. */
export interface DebtLine {
  readonly kind: JournalKind
  readonly on: CalendarDate
  readonly note: string
  /** More owed is positive, less is negative. */
  readonly amountPence: Pence
  readonly paymentId: string | null
}

/** Everything that ever moved this debt, oldest first. */
export async function debtLines(db: Database, penaltyId: string): Promise<readonly DebtLine[]> {
  return on(db)
    .selectFrom('ledger.posting as posting')
    .innerJoin('ledger.journal as journal', 'journal.id', 'posting.journal_id')
    .leftJoin('ledger.posting as other', (join) => join.onRef('other.journal_id', '=', 'journal.id').onRef('other.account_id', '<>', 'posting.account_id'))
    .leftJoin('ledger.account as account', 'account.id', 'other.account_id')
    .select(['journal.kind', 'journal.on_day as on', 'journal.note', 'posting.amount_pence as amountPence', 'account.payment_id as paymentId'])
    .where('posting.account_id', '=', `debt:${penaltyId}`)
    .orderBy('journal.at').orderBy('journal.id')
    .execute()
}
