import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { ThingOfMany } from '#platform/events'
import type { CalendarDate, Pence } from '#values'
import { bankEntriesOnAPage } from '../limits.ts'
import { evolveBankEntry, type BankEntry, type BankEntryEvent, type BankEntryStage, type Match } from './bank-entry.ts'
import type { Direction } from './statement.ts'

type EntryRow = {
  id: string
  file_id: string
  account: string
  entry_ref: string
  booked_on: CalendarDate
  direction: Direction
  amount_pence: Pence
  payer: string
  payer_account: string | null
  remittance: string
  stage: BankEntryStage
  match: Match | null
  times_matched: number
  set_aside: BankEntry['setAside']
  sending_back: BankEntry['sendingBack']
  kept: BankEntry['kept']
}

const on = (db: Database) => db.withTables<{ 'ledger.bank_entry': EntryRow }>()

export const bankEntryThing: ThingOfMany<BankEntry, BankEntryEvent> = {
  name: 'bank-entry',
  evolve: evolveBankEntry,
  read: readBankEntry,
  save: (tx, _id, state) => saveEntries(tx, [state]),
  readAll: async (db, ids) => {
    const rows = await on(db).selectFrom('ledger.bank_entry').selectAll().where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
    return new Map(rows.map((row) => [row.id, entryOf(row)]))
  },
  saveAll: (tx, states) => saveEntries(tx, [...states.values()]),
}

export async function readBankEntry(db: Database, id: string): Promise<BankEntry | undefined> {
  const row = await on(db).selectFrom('ledger.bank_entry').selectAll().where('id', '=', id).executeTakeFirst()
  return row && entryOf(row)
}

export async function entriesOfFile(db: Database, fileId: string): Promise<readonly BankEntry[]> {
  const rows = await on(db).selectFrom('ledger.bank_entry').selectAll().where('file_id', '=', fileId).orderBy('booked_on').orderBy('id').execute()
  return rows.map(entryOf)
}

/** The oldest first: money that has waited longest is somebody's who has been chased longest. */
export async function entriesAtStage(db: Database, stage: BankEntryStage, offset: number): Promise<readonly BankEntry[]> {
  const rows = await on(db).selectFrom('ledger.bank_entry').selectAll().where('stage', '=', stage).orderBy('booked_on').orderBy('id').limit(bankEntriesOnAPage).offset(offset).execute()
  return rows.map(entryOf)
}

export async function countEntries(db: Database): Promise<Readonly<Record<BankEntryStage, number>>> {
  const rows = await on(db).selectFrom('ledger.bank_entry').select(['stage', sql<number>`count(*)::int`.as('count')]).groupBy('stage').execute()
  const counts = Object.fromEntries(rows.map(({ stage, count }) => [stage, count]))
  return { 'waiting': 0, 'matched': 0, 'set-aside': 0, 'sent-back': 0, ...counts }
}

/** Which of the bank's numbers this account has had before. */
export async function knownRefs(db: Database, account: string, refs: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await on(db).selectFrom('ledger.bank_entry').select('entry_ref').where('account', '=', account).where(sql<boolean>`entry_ref = any(${refs}::text[])`).execute()
  return new Set(rows.map(({ entry_ref }) => entry_ref))
}

/** One statement however many: a list of rows travels as one value. */
async function saveEntries(tx: Database, entries: readonly BankEntry[]): Promise<void> {
  const rows = JSON.stringify(entries.map(rowOf))
  await sql`
    insert into ledger.bank_entry select * from jsonb_populate_recordset(null::ledger.bank_entry, ${rows}::jsonb)
    on conflict (id) do update set stage = excluded.stage, match = excluded.match, times_matched = excluded.times_matched, set_aside = excluded.set_aside,
      sending_back = excluded.sending_back, kept = excluded.kept`.execute(tx)
}

function rowOf(state: BankEntry): EntryRow {
  const { id, account, direction, payer, remittance, stage, match, kept } = state
  return {
    id, account, direction, payer, remittance, stage, match, kept,
    file_id: state.fileId, entry_ref: state.entryRef, booked_on: state.bookedOn, amount_pence: state.amountPence,
    payer_account: state.payerAccount, times_matched: state.timesMatched, set_aside: state.setAside, sending_back: state.sendingBack,
  }
}

function entryOf(row: EntryRow): BankEntry {
  const { id, account, direction, payer, remittance, stage, match, kept } = row
  return {
    id, account, direction, payer, remittance, stage, match, kept,
    fileId: row.file_id, entryRef: row.entry_ref, bookedOn: row.booked_on, amountPence: row.amount_pence,
    payerAccount: row.payer_account, timesMatched: row.times_matched, setAside: row.set_aside, sendingBack: row.sending_back,
  }
}
