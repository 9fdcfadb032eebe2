import { parseCsv } from '#platform/wire-formats'
import { isAfter, isBefore, type CalendarDate } from '#values'
import { importedRowsMax, instalmentsMax } from '../limits.ts'
import { capacitiesFor } from '../person/capacities.ts'
import { writeOffCode } from '../write-off/write-off-codes.ts'
import { issuedOf, laterColumns, oldColumns, oldRowSchema, owedOf, type OldRow } from './old-row.ts'

/** A line of the file with what is wrong with it; `row` is there when it could be read at all. */
export interface JudgedRow {
  /** As a spreadsheet numbers it: the headings are line 1. */
  readonly line: number
  readonly reference: string
  readonly row: OldRow | undefined
  readonly problems: readonly string[]
}

export interface JudgedFile {
  /** Why nothing of it can be read; undefined where rows were. */
  readonly problem: string | undefined
  readonly rows: readonly JudgedRow[]
}

export interface KnownAlready {
  readonly today: CalendarDate
  /** Old references that are in already. */
  readonly imported: ReadonlySet<string>
}

/** Reads a file of old cases and says for each line whether it can come in. A case comes in whole or not at all. */
export function judgeOldRows(text: string, known: KnownAlready): JudgedFile {
  const [heading, ...lines] = parseCsv(text)
  if (heading === undefined || lines.length === 0) return { problem: 'The file has no rows.', rows: [] }
  const missing = oldColumns.filter((column) => !heading.includes(column) && !laterColumns.includes(column))
  if (missing.length > 0) return { problem: `The file has no column ${missing.join(', ')}.`, rows: [] }
  if (lines.length > importedRowsMax) return { problem: `The file has ${lines.length} rows. Part it into files of ${importedRowsMax}, with all rows of a case in one of them.`, rows: [] }
  const read = lines.map((cells, at) => readRow(heading, cells, at + 2))
  const judged = read.map((each) => ({ ...each, problems: [...each.problems, ...(each.row === undefined ? [] : problemsOf(each.row, known))] }))
  return { problem: undefined, rows: wholeCases(judged) }
}

function readRow(heading: readonly string[], cells: readonly string[], line: number): JudgedRow {
  const values = Object.fromEntries(oldColumns.map((column) => [column, cells[heading.indexOf(column)]]))
  const read = oldRowSchema.safeParse(values)
  const reference = values['old_reference'] ?? ''
  if (read.success) return { line, reference: read.data.old_reference, row: read.data, problems: [] }
  return { line, reference, row: undefined, problems: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`) }
}

function problemsOf(row: OldRow, { today, imported }: KnownAlready): readonly string[] {
  const issued = issuedOf(row)
  const standing = issued - row.taken_off_pence
  const rules: readonly (readonly [boolean, string])[] = [
    [imported.has(row.old_reference), 'This case is in already.'],
    [row.name === '' && row.company === '', 'It has neither a name nor a company.'],
    [!capacitiesFor({ transporter: row.carried_by, occurredOn: row.incident_on }).includes(row.capacity), `Nobody answers as ${row.capacity} for a ${row.carried_by}.`],
    [row.section === '32' && row.entrants === 0, 'Section 32 needs at least one entrant.'],
    [isBefore(row.decided_on, row.incident_on), 'It was decided before the incident.'],
    [row.notice_on !== null && isBefore(row.notice_on, row.decided_on), 'The notice is before the decision.'],
    [[row.decided_on, row.notice_on, row.collected_on].some((on) => on !== null && isAfter(on, today)), 'A day is ahead of us.'],
    [row.standing === 'issued' && row.notice_on === null, 'It is in force and has no notice.'],
    [row.standing === 'none' && (row.decided_pence > 0 || row.notice_on !== null), 'No penalty was imposed, and yet there is an amount or a notice.'],
    [row.standing !== 'none' && row.decided_pence === 0, 'It has no amount.'],
    [row.standing === 'cancelled' && standing !== 0, 'It was cancelled, and not all of it was taken off.'],
    [standing < 0, 'More was taken off than the notice asked for.'],
    [row.collected_pence > standing, 'More was collected than was owed.'],
    [row.collected_pence > 0 && row.collected_on === null, 'Money was collected on no day.'],
    ...laterRules(row, today),
  ]
  return rules.flatMap(([isBroken, words]) => (isBroken ? [words] : []))
}

/** What became of it after the notice: given up, paid in parts, taken to court. */
function laterRules(row: OldRow, today: CalendarDate): readonly (readonly [boolean, string])[] {
  const [{ written_off_pence: writtenOff, instalments_left: left, appeal_lodged_on: lodgedOn, appeal_ended_on: endedOn }, owed] = [row, owedOf(row)]
  const most = row.written_off_code === null ? undefined : writeOffCode(row.written_off_code).maxPence
  return [
    [[row.written_off_on, lodgedOn, endedOn].some((on) => on !== null && isAfter(on, today)), 'A day is ahead of us.'],
    [writtenOff > 0 && (row.written_off_on === null || row.written_off_code === null || row.written_off_because === ''), 'Money was written off without a day, a code or a reason.'],
    [writtenOff > 0 && owed < 0, 'More was collected and written off than was owed.'],
    [most !== undefined && writtenOff > most, `More was written off than ${row.written_off_code} allows.`],
    [left > 0 && owed <= left, 'Instalments are left, and nothing is owed to pay in them.'],
    [left === 1 || left > instalmentsMax, `Instalments left are two to ${instalmentsMax}; a last one is simply owed.`],
    [left > 0 && (row.instalments_every === null || row.next_instalment_on === null || isBefore(row.next_instalment_on, today)), 'Instalments are left without how often, or the next is not ahead of us.'],
    [lodgedOn === null && [row.appeal_court, row.appeal_outcome, endedOn].some((said) => said !== null), 'There is an appeal that was lodged on no day.'],
    [lodgedOn !== null && (row.appeal_court === null || row.appeal_court_name === '' || row.appeal_claim_number === ''), 'The appeal has no court or no claim number.'],
    [lodgedOn !== null && (row.notice_on === null || isBefore(lodgedOn, row.notice_on)), 'The appeal is before any notice.'],
    [(row.appeal_outcome === null) !== (endedOn === null), 'An appeal that ended has an outcome and a day, and one that is open has neither.'],
    [lodgedOn !== null && endedOn !== null && isBefore(endedOn, lodgedOn), 'The appeal ended before it was lodged.'],
    [lodgedOn !== null && endedOn === null && row.standing !== 'issued', 'The appeal is open, and no penalty is in force.'],
  ]
}

/** The rows of one case tell one incident, name each person once, and stand or fall together. */
function wholeCases(rows: readonly JudgedRow[]): readonly JudgedRow[] {
  const cases = Map.groupBy(rows, ({ reference }) => reference)
  return rows.map((each) => {
    const all = cases.get(each.reference) ?? []
    const [first] = all
    const twice = each.row !== undefined && all.some(({ row, line }) => line < each.line && row !== undefined && who(row) === who(each.row ?? row))
    const own = [
      ...each.problems,
      ...(each.row !== undefined && first?.row !== undefined && incidentOf(each.row) !== incidentOf(first.row) ? [`It tells another incident than line ${first.line}, which has the same reference.`] : []),
      ...(twice ? ['The same person is on this case twice in this capacity.'] : []),
    ]
    const fallsWith = own.length === 0 ? all.filter(({ problems, line }) => problems.length > 0 && line !== each.line).map(({ line }) => line) : []
    return { ...each, problems: fallsWith.length > 0 ? [`Line ${fallsWith.join(', ')} of the same case cannot come in.`] : own }
  })
}

/** By what one person of an old case is told from another. */
export function who({ capacity, name, company, registered_number: number }: Pick<OldRow, 'capacity' | 'name' | 'company' | 'registered_number'>): string {
  return [capacity, number || company || name].join(' ')
}

function incidentOf({ control, place, incident_on, section, carried_by, entrants, tractor, trailer, country, alarm_raised_by }: OldRow): string {
  return [control, place, incident_on, section, carried_by, entrants, tractor, trailer, country, alarm_raised_by].join(' ')
}
