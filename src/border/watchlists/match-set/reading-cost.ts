import { alphabet, placesOf, symbols, unknown } from '../reading-errors/alphabet.ts'
import { areDoubles } from '../reading-errors/default-rates.ts'
import { workingModel, type ErrorModel } from '../reading-errors/error-model.ts'
import { readCosts, type ReadCosts } from '../reading-errors/read-costs.ts'

/** How one listed character and one read character differ. */
export type DifferenceKind = 'confusable' | 'other' | 'missed' | 'invented' | 'unread' | 'unlisted'

export interface Difference {
  readonly kind: DifferenceKind
  /** Where in the plate the camera had in front of it, counted from 1. */
  readonly position: number
  readonly listed: string
  readonly read: string
}

/** One place where the read is not the plate, with its cost. */
export interface Slip {
  /** Counted from 1; for an invented character that of the one it stands before. */
  readonly position: number
  /** Places in the alphabet; `nothing` where one side has no character. */
  readonly listed: number
  readonly read: number
  readonly cost: number
}

export const nothing = -1

export interface Alignment {
  /** -ln of the chance that this reader writes this read when that plate is in front of it. */
  readonly cost: number
  /** From the first character on. */
  readonly slips: readonly Slip[]
}

/**
 * The likeliest way from the plate to what was read: substitutions, missed and invented characters, by Levenshtein's
 * table with the model's costs. Never a swap of neighbours.
 */
export function align(model: ErrorModel, read: ReadCosts, listed: Uint8Array): Alignment {
  const across = read.places.length + 1
  const costs = new Float64Array((listed.length + 1) * across)
  for (let at = 1; at < across; at += 1) costs[at] = (costs[at - 1] ?? 0) + inventing(model, read, at)
  for (let row = 1; row <= listed.length; row += 1) fillRow(costs, row, { model, read, listed })
  return { cost: costs.at(-1) ?? 0, slips: slipsOf(costs, { model, read, listed }) }
}

interface Sides {
  readonly model: ErrorModel
  readonly read: ReadCosts
  readonly listed: Uint8Array
}

function fillRow(costs: Float64Array, row: number, { model, read, listed }: Sides): void {
  const across = read.places.length + 1
  const [truth, missing] = [listed[row - 1] ?? unknown, missingAt(model, listed, row)]
  const from = row * across
  costs[from] = (costs[from - across] ?? 0) + missing
  for (let at = 1; at < across; at += 1) {
    const here = from + at
    const written = (costs[here - across - 1] ?? 0) + writing(model, read, { truth, at })
    const missed = (costs[here - across] ?? 0) + missing
    const invented = (costs[here - 1] ?? 0) + inventing(model, read, at)
    costs[here] = Math.min(written, missed, invented)
  }
}

function writing(model: ErrorModel, read: ReadCosts, { truth, at }: { truth: number; at: number }): number {
  const seen = read.places[at - 1] ?? unknown
  if (truth === seen && truth !== unknown) return read.right[at - 1] ?? 0
  const cost = model.substitution[truth * symbols + seen] ?? 0
  // Not knowing is no error, so the camera's doubt changes nothing.
  return truth === unknown || seen === unknown ? cost : Math.max(0, cost + (read.wrong[at - 1] ?? 0))
}

function inventing(model: ErrorModel, read: ReadCosts, at: number): number {
  return Math.max(0, (model.invented[read.places[at - 1] ?? unknown] ?? 0) + (read.wrong[at - 1] ?? 0))
}

function missingAt(model: ErrorModel, listed: Uint8Array, row: number): number {
  return model.missed[listed[row - 1] ?? unknown] ?? 0
}

/** Back along the cheapest way; where two are equally cheap, a character read wrong is likelier than one more and one less. */
function slipsOf(costs: Float64Array, sides: Sides): readonly Slip[] {
  const { read, listed } = sides
  const across = read.places.length + 1
  const slips: Slip[] = []
  for (let row = listed.length, at = read.places.length; row > 0 || at > 0;) {
    const slip = lastSlip(costs, sides, { row, at })
    if (slip !== undefined) slips.push({ position: Math.max(1, row), ...slip })
    const step = slip === undefined || (slip.listed !== nothing && slip.read !== nothing) ? across + 1 : slip.read === nothing ? across : 1
    if (step !== 1) row -= 1
    if (step !== across) at -= 1
  }
  return slips.reverse()
}

/** How the cheapest way comes to this cell; undefined when by a character read as it is. */
function lastSlip(costs: Float64Array, { model, read, listed }: Sides, { row, at }: { row: number; at: number }): Omit<Slip, 'position'> | undefined {
  const across = read.places.length + 1
  const here = row * across + at
  const total = costs[here] ?? 0
  const [truth, seen] = [listed[row - 1] ?? unknown, read.places[at - 1] ?? unknown]
  if (row > 0 && at > 0) {
    const cost = writing(model, read, { truth, at })
    if (total === (costs[here - across - 1] ?? 0) + cost) return truth === seen ? undefined : { listed: truth, read: seen, cost }
  }
  const missing = missingAt(model, listed, row)
  if (row > 0 && total === (costs[here - across] ?? 0) + missing) return { listed: truth, read: nothing, cost: missing }
  return { listed: nothing, read: seen, cost: inventing(model, read, at) }
}

/** Where a read differs from what a person says was there, by the working model. */
export function slipsBetween(read: string, truth: string): readonly Slip[] {
  return align(workingModel, readCosts(workingModel, read, null), placesOf(truth)).slips
}

export function differenceOf({ position, listed, read }: Slip): Difference {
  const [from, to] = [alphabet.charAt(listed), alphabet.charAt(read)]
  return { kind: kindOf(from, to), position, listed: from, read: to }
}

function kindOf(listed: string, read: string): DifferenceKind {
  if (read === '') return 'missed'
  if (listed === '') return 'invented'
  if (listed === '#') return 'unlisted'
  if (read === '#') return 'unread'
  return areDoubles(listed, read) ? 'confusable' : 'other'
}
