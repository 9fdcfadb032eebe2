import { childrenNamed, elementAt, readXmlParts, textAt, Unintelligible, type XmlElement } from '#platform/wire-formats'
import { day, isDay, noPence, pence, type Pence } from '#values'
import { bankEntriesMax, statementXml } from '../limits.ts'
import { penceOf, type Direction, type ReadRow, type ReadStatement, type RowFault, type StatementEntry } from './statement.ts'

/**
 * An end-of-day statement as ISO 20022 writes it (camt.053, versions 02 to 08), one statement of one account a file.
 * Entries are read one by one and never held as a whole. Throws `Unintelligible` when the file is none.
 */
export function readCamt053(bytes: Uint8Array): ReadStatement {
  const rows: ReadRow[] = []
  let entries = 0
  const document = readXmlParts(bytes, statementXml, {
    name: 'Ntry',
    take: (entry) => {
      if (rows.length >= bankEntriesMax) throw new Unintelligible('too-many-entries', `more than ${bankEntriesMax}`)
      entries += 1
      rows.push(...rowsOf(entry, entries))
    },
  })
  const statements = childrenNamed(elementAt(document, 'BkToCstmrStmt'), 'Stmt')
  const [statement] = statements
  if (document.name !== 'Document' || statement === undefined) throw new Unintelligible('no-statement', 'this is no camt.053')
  if (statements.length > 1) throw new Unintelligible('several-statements', `${statements.length} statements in one file`)
  return { format: 'camt.053', ...headOf(statement), rows }
}

function headOf(statement: XmlElement): Pick<ReadStatement, 'statementId' | 'account' | 'openingPence' | 'closingPence'> {
  const statementId = textAt(statement, 'Id')
  const account = textAt(statement, 'Acct', 'Id', 'IBAN') ?? textAt(statement, 'Acct', 'Id', 'Othr', 'Id')
  if (statementId === null || account === null) throw new Unintelligible('no-statement', 'the statement has no number or no account')
  return { statementId, account, openingPence: balanceOf(statement, 'OPBD'), closingPence: balanceOf(statement, 'CLBD') }
}

/** A balance below nothing is written as a debit. */
function balanceOf(statement: XmlElement, code: 'OPBD' | 'CLBD'): Pence | null {
  const balance = childrenNamed(statement, 'Bal').find((each) => textAt(each, 'Tp', 'CdOrPrtry', 'Cd') === code)
  const written = textAt(balance, 'Amt')
  const amount = written === null || /^0(\.0+)?$/.test(written) ? (written === null ? undefined : noPence) : penceOf(written)
  if (amount === undefined) return null
  return textAt(balance, 'CdtDbtInd') === 'DBIT' ? pence(-amount) : amount
}

/** A batch that the bank booked as one is taken apart, where its parts are given and come to the whole. */
function rowsOf(entry: XmlElement, row: number): readonly ReadRow[] {
  const parts = childrenNamed(entry, 'NtryDtls').flatMap((details) => childrenNamed(details, 'TxDtls'))
  const whole = wholeOf(entry)
  if ('fault' in whole) return [{ row, ...whole }]
  if (parts.length < 2) return [{ row, entry: { ...whole, ...partiesOf(entry, parts[0], whole.direction) } }]

  const amounts = parts.map((part) => penceOf(textAt(part, 'Amt') ?? textAt(part, 'AmtDtls', 'TxAmt', 'Amt')))
  const known = amounts.filter((amount) => amount !== undefined)
  if (known.length < parts.length || known.reduce<number>((sum, amount) => sum + amount, 0) !== whole.amountPence) return [{ row, fault: 'parts-differ', said: whole.entryRef }]
  return parts.map((part, place) => ({
    row, entry: { ...whole, entryRef: textAt(part, 'Refs', 'AcctSvcrRef') ?? `${whole.entryRef}/${place + 1}`, amountPence: known[place] ?? noPence, ...partiesOf(entry, part, whole.direction) },
  }))
}

type Whole = Pick<StatementEntry, 'entryRef' | 'bookedOn' | 'direction' | 'amountPence'>

function wholeOf(entry: XmlElement): Whole | { readonly fault: RowFault; readonly said: string } {
  const entryRef = textAt(entry, 'AcctSvcrRef') ?? textAt(entry, 'NtryDtls', 'TxDtls', 'Refs', 'AcctSvcrRef') ?? textAt(entry, 'NtryRef')
  if (entryRef === null) return { fault: 'no-reference', said: textAt(entry, 'Amt') ?? '' }
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts')
  if (status !== 'BOOK') return { fault: 'not-booked', said: entryRef }
  const currency = elementAt(entry, 'Amt')?.attributes['Ccy']
  if (currency !== 'GBP') return { fault: 'not-pounds', said: `${entryRef}: ${currency ?? ''}` }
  const amountPence = penceOf(textAt(entry, 'Amt'))
  if (amountPence === undefined) return { fault: 'no-amount', said: entryRef }
  const booked = (textAt(entry, 'BookgDt', 'Dt') ?? textAt(entry, 'BookgDt', 'DtTm') ?? '').slice(0, 10)
  if (!isDay(booked)) return { fault: 'no-day', said: entryRef }
  return { entryRef, bookedOn: day(booked), direction: textAt(entry, 'CdtDbtInd') === 'DBIT' ? 'out' : 'in', amountPence }
}

/** Version 08 puts parties one level deeper than version 02. */
function partiesOf(entry: XmlElement, part: XmlElement | undefined, direction: Direction): Pick<StatementEntry, 'payer' | 'payerAccount' | 'remittance'> {
  const [party, accountOf] = direction === 'in' ? ['Dbtr', 'DbtrAcct'] : ['Cdtr', 'CdtrAcct']
  const parties = elementAt(part, 'RltdPties')
  const written = [
    ...childrenNamed(elementAt(part, 'RmtInf'), 'Ustrd').map(({ text }) => text.trim()),
    textAt(part, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref') ?? '',
    textAt(part, 'Refs', 'EndToEndId') ?? '',
    textAt(entry, 'AddtlNtryInf') ?? '',
  ]
  return {
    payer: textAt(parties, party, 'Pty', 'Nm') ?? textAt(parties, party, 'Nm') ?? '',
    payerAccount: textAt(parties, accountOf, 'Id', 'IBAN') ?? textAt(parties, accountOf, 'Id', 'Othr', 'Id'),
    remittance: [...new Set(written.filter((text) => text !== '' && text !== 'NOTPROVIDED'))].join(' '),
  }
}
