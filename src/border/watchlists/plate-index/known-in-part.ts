import { placeOf, symbols, unknown } from '../reading-errors/alphabet.ts'
import { plateLengthMax } from '../limits.ts'
import { classOf } from './confusion-classes.ts'
import { layoutsOf, type Layout } from './layouts.ts'

/**
 * Plates of which not every character is known, and the few that are too long to be packed. There is a row of bits for each position
 * and class of characters, with one bit for each plate that has something else there. A read fits the plates that none of its
 * characters' rows strikes out, so thirty-two are tried by one instruction, and the whole list is gone through in a microsecond or two.
 */
export interface KnownInPart {
  /** Rows for positions counted from the front, then rows for those counted from the back. */
  strikes: Int32Array
  /** A row for each length that a read may have, with a bit for each plate that may be so long. */
  lengths: Int32Array
  /** Words in a row. */
  words: number
  /** What each bit stands for. A plate has as many as it has layouts. */
  readonly columns: (Column | undefined)[]
  readonly free: number[]
  placesUsed: number
}

interface Column extends Layout {
  readonly place: number
}

const classes = symbols
const positions = plateLengthMax
const wordsAtFirst = 4

export function knownInPart(): KnownInPart {
  return { ...emptyRows(wordsAtFirst), columns: [], free: [], placesUsed: 0 }
}

/** Lists a plate that is known in part and returns its place. */
export function addPart(parts: KnownInPart, known: string): number {
  parts.placesUsed += 1
  const place = parts.placesUsed
  for (const layout of layoutsOf(known)) addColumn(parts, { ...layout, place })
  return place
}

export function removePart(parts: KnownInPart, place: number): void {
  for (const [at, column] of parts.columns.entries()) {
    if (column?.place !== place) continue
    parts.columns[at] = undefined
    parts.free.push(at)
    clearColumn(parts, at)
  }
}

/** The places of all plates that fit the read in every character they are known by, up to confusions. What was not read fits. */
export function fittingParts(parts: KnownInPart, plate: string): readonly number[] {
  const { strikes, lengths, words, columns } = parts
  if (columns.length === 0 || plate.length > positions) return []
  const rows = rowsOf(plate, words)
  const fitting = new Set<number>()
  const wordsInUse = Math.ceil(columns.length / 32)
  for (let word = 0; word < wordsInUse; word += 1) {
    let fit = lengths[plate.length * words + word] ?? 0
    for (let row = 0; row < rows.length && fit !== 0; row += 1) fit &= ~(strikes[(rows[row] ?? 0) + word] ?? 0)
    for (; fit !== 0; fit &= fit - 1) {
      const column = columns[32 * word + 31 - Math.clz32(fit & -fit)]
      if (column !== undefined) fitting.add(column.place)
    }
  }
  return [...fitting]
}

/** Where the rows begin that may strike plates out for this read. */
function rowsOf(plate: string, words: number): readonly number[] {
  return Array.from(plate, (character, at) => ({ character: placeOf(character.charCodeAt(0)), at }))
    .filter(({ character }) => character !== unknown)
    .flatMap(({ character, at }) => [rowAt(at, character), rowAt(positions + plate.length - 1 - at, character)])
    .map((row) => row * words)
}

function rowAt(position: number, character: number): number {
  return position * classes + (classOf[character] ?? 0) - 1
}

function addColumn(parts: KnownInPart, column: Column): void {
  const at = parts.free.pop() ?? parts.columns.length
  if (at >= 32 * parts.words) widen(parts)
  parts.columns[at] = column
  writeColumn(parts, column, at)
}

function writeColumn(parts: KnownInPart, { head, tail, lengthMax }: Column, at: number): void {
  for (let length = head.length + tail.length; length <= Math.min(lengthMax, positions); length += 1) setBit(parts.lengths, length * parts.words, at)
  for (const [position, character] of [...head].entries()) strikeOthers(parts, { position, character, at })
  for (const [position, character] of [...tail].reverse().entries()) strikeOthers(parts, { position: positions + position, character, at })
}

/** Strikes the plate out for reads that have a character of another class here. */
function strikeOthers({ strikes, words }: KnownInPart, { position, character, at }: { position: number; character: string; at: number }): void {
  const own = placeOf(character.charCodeAt(0))
  if (own === unknown) return
  for (let other = 0; other < symbols; other += 1) if (classOf[other] !== classOf[own]) setBit(strikes, rowAt(position, other) * words, at)
}

function clearColumn({ strikes, lengths, words }: KnownInPart, at: number): void {
  for (const rows of [strikes, lengths]) {
    for (let row = at >>> 5; row < rows.length; row += words) rows[row] = (rows[row] ?? 0) & ~(1 << (at & 31))
  }
}

function setBit(rows: Int32Array, start: number, at: number): void {
  const word = start + (at >>> 5)
  rows[word] = (rows[word] ?? 0) | (1 << (at & 31))
}

function widen(parts: KnownInPart): void {
  Object.assign(parts, emptyRows(2 * parts.words))
  for (const [at, column] of parts.columns.entries()) if (column !== undefined) writeColumn(parts, column, at)
}

function emptyRows(words: number): Pick<KnownInPart, 'strikes' | 'lengths' | 'words'> {
  return { strikes: new Int32Array(2 * positions * classes * words), lengths: new Int32Array((positions + 1) * words), words }
}
