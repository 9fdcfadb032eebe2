import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { asJson, type Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { By, CalendarDate, Instant } from '#values'
import { bankFilesShown } from '../limits.ts'
import type { Named } from '../penalty/penalty.ts'
import type { ReadStatement } from './statement.ts'

/** A file somebody brought: read, and taken in or not yet. */
export interface BankFile {
  readonly id: string
  readonly name: string
  /** The hash of its bytes, so that anybody can tell whether it is the bank's. */
  readonly sha256: string
  readonly statement: ReadStatement
  readonly broughtBy: Named
  readonly broughtAt: Instant
  readonly takenIn: TakenIn | null
}

export interface TakenIn {
  readonly by: Named
  readonly on: CalendarDate
  readonly entries: number
}

type FileRow = {
  id: string
  sha256: string
  name: string
  read: ReadStatement
  statement_id: string
  account: string
  brought_by_id: string
  brought_by_name: string
  brought_at: Instant
  taken_in: TakenIn | null
}

const on = (db: Database) => db.withTables<{ 'ledger.bank_file': FileRow }>()

/** Keeps what was read of a file, for somebody to look at. It books nothing. */
export async function keepBankFile(db: Database, file: { readonly name: string; readonly bytes: Uint8Array; readonly statement: ReadStatement }, by: By): Promise<string> {
  const { name, bytes, statement } = file
  const id = newId()
  await on(db).insertInto('ledger.bank_file').values({
    id, name, sha256: createHash('sha256').update(bytes).digest('hex'),
    read: asJson(statement),
    statement_id: statement.statementId, account: statement.account,
    brought_by_id: by.officerId, brought_by_name: by.name, brought_at: by.at, taken_in: null,
  }).execute()
  return id
}

export async function readBankFile(db: Database, id: string): Promise<BankFile | undefined> {
  const row = await on(db).selectFrom('ledger.bank_file').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fileOf(row)
}

/** The same, locked, so that two who press at once take it in once. */
export async function lockBankFile(tx: Database, id: string): Promise<BankFile | undefined> {
  const row = await on(tx).selectFrom('ledger.bank_file').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fileOf(row)
}

/** Another file with the same statement of the same account that was taken in already. */
export async function statementTakenIn(db: Database, { account, statementId }: ReadStatement): Promise<boolean> {
  const row = await on(db).selectFrom('ledger.bank_file').select('id').where('account', '=', account).where('statement_id', '=', statementId).where('taken_in', 'is not', null).executeTakeFirst()
  return row !== undefined
}

export async function noteTakenIn(tx: Database, id: string, takenIn: TakenIn): Promise<void> {
  await on(tx).updateTable('ledger.bank_file').set({ taken_in: asJson(takenIn) }).where('id', '=', id).execute()
}

export type BankFileLine = Omit<BankFile, 'statement'> & Pick<ReadStatement, 'statementId' | 'account' | 'format'> & { readonly rows: number }

/** The newest first, without their rows. */
export async function latestBankFiles(db: Database): Promise<readonly BankFileLine[]> {
  const rows = await on(db).selectFrom('ledger.bank_file')
    .select(['id', 'name', 'sha256', 'statement_id', 'account', 'brought_by_id', 'brought_by_name', 'brought_at', 'taken_in'])
    .select([sql<ReadStatement['format']>`read ->> 'format'`.as('format'), sql<number>`jsonb_array_length(read -> 'rows')`.as('rows')])
    .orderBy('brought_at', 'desc').limit(bankFilesShown).execute()
  return rows.map((row) => ({ ...broughtOf(row), statementId: row.statement_id, account: row.account, format: row.format, rows: row.rows }))
}

function fileOf(row: FileRow): BankFile {
  return { ...broughtOf(row), statement: row.read }
}

function broughtOf(row: Omit<FileRow, 'read' | 'statement_id' | 'account'>): Omit<BankFile, 'statement'> {
  const { id, name, sha256 } = row
  return { id, name, sha256, broughtBy: { officerId: row.brought_by_id, name: row.brought_by_name }, broughtAt: row.brought_at, takenIn: row.taken_in }
}
