import { addPence, noPence, pence, subtractPence, type Pence } from '#values'
import type { ReadRow, ReadStatement, StatementEntry } from './statement.ts'

/** `known`: taken in before, from this or another statement. `twice`: the file has it two times. */
export type RowStanding = 'new' | 'known' | 'twice' | 'faulty'

export interface JudgedRow {
  readonly row: ReadRow
  readonly standing: RowStanding
}

export interface JudgedStatement {
  readonly rows: readonly JudgedRow[]
  readonly inPence: Pence
  readonly outPence: Pence
  /** What the bank's closing balance and its own movements differ by; null where it gives no balances. Anything but zero: the file is not whole. */
  readonly differencePence: Pence | null
}

/** What would become of each row, given the bank's numbers that are known already. Nothing is written. */
export function judgeRows(statement: ReadStatement, known: ReadonlySet<string>): JudgedStatement {
  const met = new Set<string>()
  const rows = statement.rows.map((row) => ({ row, standing: standingOf(row, known, met) }))
  const entries = statement.rows.flatMap((row) => ('entry' in row ? [row.entry] : []))
  const [inPence, outPence] = [sumOf(entries, 'in'), sumOf(entries, 'out')]
  const { openingPence, closingPence } = statement
  const expected = openingPence === null ? null : pence(openingPence + inPence - outPence)
  return { rows, inPence, outPence, differencePence: expected === null || closingPence === null ? null : subtractPence(closingPence, expected) }
}

function standingOf(row: ReadRow, known: ReadonlySet<string>, met: Set<string>): RowStanding {
  if ('fault' in row) return 'faulty'
  const { entryRef } = row.entry
  if (met.has(entryRef)) return 'twice'
  met.add(entryRef)
  return known.has(entryRef) ? 'known' : 'new'
}

function sumOf(entries: readonly StatementEntry[], direction: StatementEntry['direction']): Pence {
  return entries.filter((entry) => entry.direction === direction).reduce((sum, { amountPence }) => addPence(sum, amountPence), noPence)
}

/** The movements that a person may take in now. */
export function newEntries({ rows }: Pick<JudgedStatement, 'rows'>): readonly StatementEntry[] {
  return rows.flatMap(({ row, standing }) => (standing === 'new' && 'entry' in row ? [row.entry] : []))
}
