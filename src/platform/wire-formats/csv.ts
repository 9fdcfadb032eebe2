/** Spreadsheets set to French part cells with a semicolon, others with a comma; the first line says which. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const body = text.replace(/^\uFEFF/, '')
  const firstLine = body.slice(0, body.search(/\r?\n|$/))
  const separator = firstLine.includes(';') && !firstLine.includes(',') ? ';' : ','
  return rowsOf(body, separator).filter((cells) => cells.some((cell) => cell.trim() !== ''))
}

interface Reading {
  readonly rows: string[][]
  cells: string[]
  cell: string
  quoted: boolean
  /** The cell stood in quotes, so that its outer spaces are its own. */
  wasQuoted: boolean
}

/** RFC 4180: a quoted cell may hold separators, line breaks and doubled quotes. */
function rowsOf(body: string, separator: string): readonly (readonly string[])[] {
  const reading: Reading = { rows: [], cells: [], cell: '', quoted: false, wasQuoted: false }
  for (let at = 0; at < body.length; at += 1) {
    const character = body.charAt(at)
    if (reading.quoted && character === '"' && body.charAt(at + 1) === '"') {
      reading.cell += '"'
      at += 1
    } else take(reading, character, separator)
  }
  endRow(reading)
  return reading.rows
}

function take(reading: Reading, character: string, separator: string): void {
  if (character === '"' && (reading.quoted || reading.cell === '')) {
    reading.quoted = !reading.quoted
    reading.wasQuoted = true
  }
  else if (reading.quoted) reading.cell += character
  else if (character === separator) endCell(reading)
  else if (character === '\n') endRow(reading)
  else if (character !== '\r') reading.cell += character
}

function endCell(reading: Reading): void {
  reading.cells.push(withoutGuard(reading.wasQuoted ? reading.cell : reading.cell.trim()))
  reading.cell = ''
  reading.wasQuoted = false
}

function endRow(reading: Reading): void {
  endCell(reading)
  reading.rows.push(reading.cells)
  reading.cells = []
}

/**
 * Cells that a spreadsheet would run as a formula (CWE-1236) are written with an apostrophe before them, also those that
 * have one already, so that reading takes exactly one away.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(written).join(',')).join('\r\n')}\r\n`
}

const startsFormula = /^'*[=+\-@\t\r\n]/

function written(cell: string): string {
  const guarded = startsFormula.test(cell) ? `'${cell}` : cell
  return /[",;\r\n']|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function withoutGuard(cell: string): string {
  return cell.startsWith("'") && startsFormula.test(cell) ? cell.slice(1) : cell
}
