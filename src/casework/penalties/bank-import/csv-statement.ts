import { parseCsv, readText, Unintelligible } from '#platform/wire-formats'
import { day, isDay } from '#values'
import { bankEntriesMax } from '../limits.ts'
import { penceOf, type ReadRow, type ReadStatement, type StatementEntry } from './statement.ts'

/** The columns of a statement kept as a table; a bank's own export is brought into them once, in a spreadsheet. */
export const csvColumns = ['account', 'statement', 'entry', 'booked_on', 'amount', 'payer', 'payer_account', 'remittance'] as const
type Column = (typeof csvColumns)[number]
type Cells = Readonly<Record<Column, string>>

/** Reads a statement from CSV; an amount that left the account is written below nothing. Throws `Unintelligible` when the file is none. */
export function readCsvStatement(bytes: Uint8Array): ReadStatement {
  const [headings = [], ...lines] = parseCsv(readText(bytes))
  const missing = csvColumns.filter((column) => !headings.includes(column))
  if (missing.length > 0) throw new Unintelligible('no-statement', `missing columns: ${missing.join(', ')}`)
  if (lines.length > bankEntriesMax) throw new Unintelligible('too-many-entries', `more than ${bankEntriesMax}`)

  const rows = lines.map((line) => Object.fromEntries(csvColumns.map((column) => [column, (line[headings.indexOf(column)] ?? '').trim()])) as Cells)
  const [first] = rows
  if (first === undefined || first.account === '' || first.statement === '') throw new Unintelligible('no-statement', 'no account or no statement is named')
  if (rows.some(({ account, statement }) => account !== first.account || statement !== first.statement)) throw new Unintelligible('several-statements', 'one file, one statement')
  return { format: 'csv', statementId: first.statement, account: first.account, openingPence: null, closingPence: null, rows: rows.map((cells, place) => rowOf(cells, place + 1)) }
}

function rowOf(cells: Cells, row: number): ReadRow {
  if (cells.entry === '') return { row, fault: 'no-reference', said: cells.amount }
  const leaving = cells.amount.startsWith('-')
  const amountPence = penceOf(leaving ? cells.amount.slice(1) : cells.amount)
  if (amountPence === undefined) return { row, fault: 'no-amount', said: `${cells.entry}: ${cells.amount}` }
  if (!isDay(cells.booked_on)) return { row, fault: 'no-day', said: `${cells.entry}: ${cells.booked_on}` }
  const entry: StatementEntry = {
    entryRef: cells.entry, bookedOn: day(cells.booked_on), direction: leaving ? 'out' : 'in', amountPence,
    payer: cells.payer, payerAccount: cells.payer_account || null, remittance: cells.remittance,
  }
  return { row, entry }
}
