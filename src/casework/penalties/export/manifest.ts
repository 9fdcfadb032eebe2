import type { Instant } from '#values'

export interface ExportedPart {
  readonly file: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

export interface ExportedColumn {
  readonly name: string
  readonly type: string
}

export interface ExportedTable {
  readonly table: string
  /** It may say something about a person: handle the file as the case itself. */
  readonly personal: boolean
  readonly columns: readonly ExportedColumn[]
  readonly rows: number
  /** The sum of each column of pence, so that whoever reads the file in can compare to the penny. */
  readonly pence: Readonly<Record<string, string>>
  readonly parts: readonly ExportedPart[]
}

export interface ExportedFile {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/** What an export holds, so that anybody can tell whether they have all of it. */
export interface Manifest {
  readonly format: 'juxta-export-1'
  readonly madeAt: Instant
  readonly madeBy: string
  readonly why: string
  readonly lastMigration: string
  readonly historyHeads: readonly { readonly site: string; readonly seq: number; readonly hash: string }[]
  /** What stayed behind: whole rooms of the database and single tables, each with the reason. */
  readonly leftOut: Readonly<Record<string, string>>
  readonly tables: readonly ExportedTable[]
  readonly files: readonly ExportedFile[]
}

/** Rooms of the database of which nothing goes along, and why: whoever takes an export over is to know what it does not hold. */
export const roomsLeftOut: Readonly<Record<string, string>> = {
  arrivals: 'Plate reads and hits belong to the ports and are not casework.',
  coordination: 'The boards and shifts of the ports are not casework.',
  engagement: 'What hauliers say of the scheme is told apart from the cases.',
  platform: 'Links, alarms and settings of the machines.',
  release: 'What partners were told of the watchlists is not casework.',
  watchlists: 'The lists have owners of their own, who hand them over.',
}

/** Tables of the other rooms that stay behind, and why. */
export const tablesLeftOut: Readonly<Record<string, string>> = {
  'history.pending': 'Work in progress of the machine.',
  'penalties.answer_draft': 'What somebody has typed and not sent is theirs until they send it.',
  'penalties.evidence_quarantine': 'Files in which a virus scanner found something are handed to nobody; their pieces of evidence and hashes are in the export.',
  'history.stream': 'A count of the entries that are in the export.',
  'penalties.nearest_day': 'A copy for sorting, worked out anew each night.',
  'penalties.look_reason': 'Reasons held for one shift; each stands in the history beside its look.',
}

/** Tables that say nothing about anybody. Every other one is marked as personal, also one nobody has thought about yet. */
const aboutNobody: readonly string[] = ['penalties.reference_year', 'penalties.pause', 'penalties.outage', 'history.chain', 'notice.payment_account', 'ledger.account', 'ledger.posting']

export function isPersonal(table: string): boolean {
  return !aboutNobody.includes(table)
}

const nothing = '\\N'

/** A value as its cell: nothing at all is `\N`, and a text that begins with a backslash has one more. */
export function cellOf(value: string | null): string {
  if (value === null) return nothing
  return value.startsWith('\\') ? `\\${value}` : value
}

export function valueOf(cell: string): string | null {
  if (cell === nothing) return null
  return cell.startsWith('\\') ? cell.slice(1) : cell
}

/** Whether a column holds whole pence. */
export function holdsPence({ name, type }: ExportedColumn): boolean {
  return type === 'bigint' && name.endsWith('_pence')
}

/** Adds up the columns of pence over the rows of a part. Kept as text: a year of a large scheme is more than a JSON number need hold. */
export function addedPence(before: Readonly<Record<string, string>>, columns: readonly ExportedColumn[], rows: readonly (readonly (string | null)[])[]): Readonly<Record<string, string>> {
  const sums = columns.flatMap((column, place) => {
    if (!holdsPence(column)) return []
    const sum = rows.reduce((total, row) => total + BigInt(row[place] ?? 0), BigInt(before[column.name] ?? 0))
    return [[column.name, String(sum)] as const]
  })
  return Object.fromEntries(sums)
}
