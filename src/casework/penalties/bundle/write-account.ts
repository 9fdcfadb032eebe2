import type { BundleBlock } from '#platform/documents'
import { dayInWords, inPounds, type CalendarDate, type Pence } from '#values'
import type { JournalKind } from '../payment/journal-kinds.ts'
import { journalWords } from '../payment/words.ts'
import { amount, fill, fit } from './columns.ts'
import { paragraph } from '../notice/letter-parts.ts'

export interface Account {
  readonly reference: string
  readonly money: Readonly<Record<'issuedPence' | 'takenOffPence' | 'collectedPence' | 'writtenOffPence' | 'owedPence', Pence>>
  readonly lines: readonly { readonly on: CalendarDate; readonly kind: JournalKind; readonly note: string; readonly amountPence: Pence; readonly owedAfterPence: Pence }[]
}

/** Every movement on this one debt, oldest first, with what was owed after it. */
export function writeAccount({ reference, money, lines }: Account): readonly BundleBlock[] {
  const { issuedPence, takenOffPence, collectedPence, writtenOffPence, owedPence } = money
  const totals = [['Issued', issuedPence], ['Taken off by decisions', takenOffPence], ['Collected', collectedPence], ['Written off', writtenOffPence], ['Still owed', owedPence]] as const
  return [
    paragraph(`The account of penalty ${reference}, in pounds sterling.`),
    { kind: 'rows', caption: 'In sum', columns: [fill('Which'), amount('Amount')], rows: totals.map(([word, total]) => [word, inPounds(total)]) },
    ...(lines.length === 0 ? [paragraph('Nothing has moved on it.')] : [movements(lines)]),
  ]
}

function movements(lines: Account['lines']): BundleBlock {
  const rows = lines.map(({ on, kind, note, amountPence, owedAfterPence }) => [dayInWords(on), `${journalWords[kind]}: ${note}`, inPounds(amountPence), inPounds(owedAfterPence)])
  return { kind: 'rows', caption: 'Movement by movement', columns: [fit('Day'), fill('What'), amount('More or less'), amount('Owed after it')], rows }
}
