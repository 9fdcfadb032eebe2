import { isRefused } from '#platform/decisions'
import { parseCsv } from '#platform/wire-formats'
import { day, isDay, isPort, type CalendarDate, type Plate } from '#values'
import { addEntry } from '../entry/add-entry.ts'
import { handlings, markers, type NewEntry } from '../entry/entry.ts'
import { listedPlate } from '../entry/listed-plate.ts'
import { importLengthMax, importRowsMax } from '../limits.ts'
import { columns, optionalColumns, type Column } from './columns.ts'

/** One line of the file as it would be listed, and what is wrong with it. */
export interface JudgedRow {
  /** Counted as a spreadsheet counts, the heading being line 1. */
  readonly line: number
  readonly adding: NewEntry
  /** Codes of `refusals.ts`; a row without any can be listed. */
  readonly problems: readonly string[]
}

export interface JudgedImport {
  readonly rows: readonly JudgedRow[]
  /** What is wrong with the file as a whole; then there are no rows. */
  readonly problem: string | undefined
}

/** What holds for every row of the file. */
export interface Importing extends Pick<NewEntry, 'site' | 'listId' | 'addedBy'> {
  readonly today: CalendarDate
  /** Plates that are active on the list already. */
  readonly listed: ReadonlySet<Plate>
  readonly idOf: (line: number) => string
}

/** Judges a whole file and writes nothing: the same judgement makes the preview and the import. */
export function judgeImport(text: string, importing: Importing): JudgedImport {
  if (text.length > importLengthMax) return nothing('import-too-long')
  const [heading, ...lines] = parseCsv(text)
  if (heading === undefined || lines.length === 0) return nothing('import-without-rows')
  if (lines.length > importRowsMax) return nothing('import-too-long')
  const names = heading.map((name) => name.toLowerCase().replaceAll(' ', '_'))
  if (columns.some((column) => !optionalColumns.includes(column) && !names.includes(column))) return nothing('import-columns-missing')
  const seen = new Set(importing.listed)
  return { problem: undefined, rows: lines.map((cells, at) => judgeRow({ line: at + 2, cell: cellsBy(names, cells) }, importing, seen)) }
}

function nothing(problem: string): JudgedImport {
  return { rows: [], problem }
}

type CellOf = (column: Column) => string

function cellsBy(names: readonly string[], cells: readonly string[]): CellOf {
  return (column) => cells[names.indexOf(column)]?.trim() ?? ''
}

/** Each row is held to the rules of the form and of the act; a plate that stands twice is listed once. */
function judgeRow({ line, cell }: { line: number; cell: CellOf }, importing: Importing, seen: Set<Plate>): JudgedRow {
  const { adding, problems } = readRow(line, cell, importing)
  const refused = problems.length === 0 ? addEntry(undefined, adding, importing.today) : undefined
  const all = [...new Set(problems), ...(refused !== undefined && isRefused(refused) ? [refused.refused] : [])]
  if (all.length > 0) return { line, adding, problems: all }
  if (seen.has(adding.plate)) return { line, adding, problems: ['listed-already'] }
  seen.add(adding.plate)
  return { line, adding, problems: [] }
}

function readRow(line: number, cell: CellOf, { site, listId, addedBy, today, idOf }: Importing): { adding: NewEntry; problems: readonly string[] } {
  const problems: string[] = []
  const must = <Value>(value: Value | undefined, code: string, otherwise: Value): Value => {
    if (value === undefined) problems.push(code)
    return value ?? otherwise
  }
  const parts = (column: Column): readonly string[] => cell(column).toLowerCase().split(/[\s|/]+/).filter(Boolean)
  const adding: NewEntry = {
    id: idOf(line), site, listId, addedBy,
    plate: listedPlate(cell('plate')),
    country: must(countryOf(cell('country')), 'import-country', null),
    reasonEn: must(reasonOf(cell('reason_en')), 'import-reason-en', ''),
    reasonFr: must(reasonOf(cell('reason_fr')), 'import-reason-fr', ''),
    handling: must(handlings.find((one) => one === cell('handling').toLowerCase()), 'import-handling', 'check'),
    markers: must(each(parts('markers'), (part) => markers.find((one) => one === part)), 'import-markers', []),
    ports: must(each(parts('ports'), (part) => (isPort(part) ? part : undefined)), 'import-ports', []),
    startsOn: must(cell('starts_on') === '' ? today : dayOrNothing(cell('starts_on')), 'import-days', today),
    lastDayOn: must(dayOrNothing(cell('last_day_on')), 'import-days', today),
    reviewOn: must(dayOrNothing(cell('review_on')), 'import-days', today),
  }
  return { adding, problems }
}

function countryOf(cell: string): string | null | undefined {
  if (cell === '') return null
  return /^[A-Z]{2}$/i.test(cell) ? cell.toUpperCase() : undefined
}

/** As the form has it: one line that an officer reads at the lane. */
function reasonOf(cell: string): string | undefined {
  return cell.length >= 3 && cell.length <= 160 ? cell : undefined
}

function dayOrNothing(cell: string): CalendarDate | undefined {
  return isDay(cell) ? day(cell) : undefined
}

/** All of them, or undefined when one is not known. */
function each<Known extends string>(parts: readonly string[], known: (part: string) => Known | undefined): readonly Known[] | undefined {
  const found = parts.flatMap((part) => known(part) ?? [])
  return found.length === parts.length ? found : undefined
}
