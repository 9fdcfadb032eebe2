import type { CalendarDate, Pence } from '#values'

export type Direction = 'in' | 'out'

/** One movement as the bank reports it. */
export interface StatementEntry {
  /** The bank's own number of it: the same one twice is the same movement. */
  readonly entryRef: string
  readonly bookedOn: CalendarDate
  readonly direction: Direction
  readonly amountPence: Pence
  /** Who paid, as their bank gave it; empty when it gave nobody. */
  readonly payer: string
  readonly payerAccount: string | null
  /** What the payer wrote. */
  readonly remittance: string
}

/** Why a row cannot be taken in. */
export const rowFaults = ['no-reference', 'no-amount', 'not-pounds', 'no-day', 'not-booked', 'parts-differ'] as const
export type RowFault = (typeof rowFaults)[number]

/** A row of the file: counted from 1 as the bank lists them, with its movement or with what is wrong. */
export type ReadRow =
  | { readonly row: number; readonly entry: StatementEntry }
  | { readonly row: number; readonly fault: RowFault; readonly said: string }

/** One statement of one account, however its file was written. */
export interface ReadStatement {
  readonly format: 'camt.053' | 'csv'
  readonly statementId: string
  readonly account: string
  /** What the bank says stood at the beginning and the end; null where it does not say. */
  readonly openingPence: Pence | null
  readonly closingPence: Pence | null
  readonly rows: readonly ReadRow[]
}

/** `1234.5` as pence, without a float on the way; undefined for anything that is not an amount above nothing in whole pence. */
export function penceOf(written: string | null): Pence | undefined {
  const found = /^(\d{1,11})(?:\.(\d{1,2})0*)?$/.exec(written ?? '')
  if (found === null) return undefined
  const amount = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return amount > 0 ? (amount as Pence) : undefined
}
