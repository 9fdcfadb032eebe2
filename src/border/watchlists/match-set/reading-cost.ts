import { confusable, doublesOf } from './fold.ts'
import type { ReadEvidence } from './evidence.ts'

/**
 * How often a reader goes wrong on one character when nothing is said of its confidence: our working model until
 * each camera's own is learned (anpr.md 4.4). About 12% of plates then hold an error.
 */
const misreadRate = { confusable: 0.012, other: 0.002, missed: 0.003, invented: 0.002 }
const misreadTotal = misreadRate.confusable + misreadRate.other + misreadRate.invented

/** Readers are never believed to be surer, or less sure, of a character than this. */
const errorMin = 0.004
const errorMax = 0.6

/** The letters and digits a wrong character is drawn from. */
const otherCharacters = 35

/** An unread character fits about ten plates that are really on the road, so it is worth a tenth of a read one. */
const unreadCost = Math.log(10)

/** How one listed character and one read character differ. */
export type DifferenceKind = 'confusable' | 'other' | 'missed' | 'invented' | 'unread' | 'unlisted'

export interface Difference {
  readonly kind: DifferenceKind
  /** Where in the listed plate, counted from 1. */
  readonly position: number
  readonly listed: string
  readonly read: string
}

export interface Alignment {
  /** -ln of the chance that this reader writes this read when that plate is in front of it. */
  readonly cost: number
  readonly differences: readonly Difference[]
}

interface Cell {
  readonly cost: number
  readonly from: Cell | undefined
  readonly difference: Difference | undefined
}

const start: Cell = { cost: 0, from: undefined, difference: undefined }

/**
 * The likeliest way from the plate to what was read: substitutions, missed and invented characters. Readers never
 * swap two neighbours (Oliveira-Neto, Han and Jeong 2012), so transposition is not a step.
 */
export function readingCost(read: Pick<ReadEvidence, 'plate' | 'characterConfidence'>, listed: string): Alignment {
  const errors = characterErrors(read)
  let row = firstRow(read.plate, errors)
  for (let at = 1; at <= listed.length; at += 1) row = nextRow(row, { read: read.plate, errors, listed, at })
  const end = row[read.plate.length] ?? start
  return { cost: end.cost, differences: trail(end) }
}

function characterErrors({ plate, characterConfidence }: Pick<ReadEvidence, 'plate' | 'characterConfidence'>): readonly number[] {
  const told = characterConfidence?.length === plate.length ? characterConfidence : undefined
  return [...plate].map((_, at) => {
    const confidence = told?.[at]
    return confidence === undefined ? misreadTotal : Math.min(errorMax, Math.max(errorMin, 1 - confidence))
  })
}

function firstRow(read: string, errors: readonly number[]): readonly Cell[] {
  const row = [start]
  for (let at = 1; at <= read.length; at += 1) row.push(invented(row[at - 1] ?? start, { read, errors, at, position: 1 }))
  return row
}

interface Place {
  readonly read: string
  readonly errors: readonly number[]
  readonly listed: string
  readonly at: number
}

function nextRow(before: readonly Cell[], { read, errors, listed, at: position }: Place): readonly Cell[] {
  const expected = listed.charAt(position - 1)
  const missed = (above: Cell): Cell => step(above, missedCost, { kind: 'missed', position, listed: expected, read: '' })
  const row = [missed(before[0] ?? start)]
  for (let at = 1; at <= read.length; at += 1) {
    const seen = read.charAt(at - 1)
    const written = writes(expected, seen, errors[at - 1] ?? misreadTotal)
    const difference = written.kind && { kind: written.kind, position, listed: expected, read: seen }
    row.push(cheapest(
      step(before[at - 1] ?? start, written.cost, difference),
      missed(before[at] ?? start),
      invented(row[at - 1] ?? start, { read, errors, at, position }),
    ))
  }
  return row
}

const missedCost = -Math.log(misreadRate.missed)

function invented(before: Cell, { read, errors, at, position }: { read: string; errors: readonly number[]; at: number; position: number }): Cell {
  const error = errors[at - 1] ?? misreadTotal
  const cost = -Math.log((error * misreadRate.invented) / misreadTotal / otherCharacters)
  return step(before, cost, { kind: 'invented', position, listed: '', read: read.charAt(at - 1) })
}

function writes(expected: string, seen: string, error: number): { readonly cost: number; readonly kind?: DifferenceKind } {
  if (expected === '#') return { cost: 0, kind: 'unlisted' }
  if (seen === '#') return { cost: unreadCost, kind: 'unread' }
  if (expected === seen) return { cost: -Math.log(1 - error) }
  const share = (rate: number): number => (error * rate) / misreadTotal
  if (confusable(expected, seen)) return { cost: -Math.log(share(misreadRate.confusable) / doublesOf(expected)), kind: 'confusable' }
  return { cost: -Math.log(share(misreadRate.other) / otherCharacters), kind: 'other' }
}

function step(from: Cell, cost: number, difference: Difference | undefined): Cell {
  return { cost: from.cost + cost, from, difference }
}

function cheapest(first: Cell, ...others: readonly Cell[]): Cell {
  return others.reduce((best, cell) => (cell.cost < best.cost ? cell : best), first)
}

function trail(end: Cell): readonly Difference[] {
  const differences: Difference[] = []
  for (let cell: Cell | undefined = end; cell !== undefined; cell = cell.from) if (cell.difference !== undefined) differences.unshift(cell.difference)
  return differences
}
