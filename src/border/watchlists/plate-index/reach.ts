import { symbols, unknown } from '../reading-errors/alphabet.ts'
import type { ErrorModel } from '../reading-errors/error-model.ts'
import type { ReadCosts } from '../reading-errors/read-costs.ts'
import { classOf } from './confusion-classes.ts'
import { lengthMax, type Text } from './deletion-keys.ts'

/** A read, with what each of its characters costs. */
export interface CostedRead extends Text, Omit<ReadCosts, 'places'> {}

/** What a read is held against plates with. */
export interface Reach {
  readonly model: ErrorModel
  /** Edits beyond confusions within a class: other characters, missed ones and invented ones. */
  readonly edits: 0 | 1 | 2
  /** The most that a plate may cost above the read itself, in natural-log units. */
  readonly costMax: number
}

/** What is being compared: set for a comparison, and left when it ends. A comparison is too short to hand all of it on at each step. */
let read: CostedRead = { characters: new Uint8Array(lengthMax), length: 0, right: new Float32Array(lengthMax), wrong: new Float32Array(lengthMax) }
let plate: Text = read
let model: Pick<ErrorModel, 'substitution' | 'missed' | 'invented'> = { substitution: new Float32Array(0), missed: new Float32Array(0), invented: new Float32Array(0) }
let limit = 0
let reached = false

/**
 * How much dearer it is that this plate was read so than that the read is the plate: -ln of the ratio of their chances, over the
 * likeliest way with no more than the given edits. Infinity where there is no such way, or none that is cheap enough.
 */
export function costInReach(ofRead: CostedRead, ofPlate: Text, reach: Reach): number {
  read = ofRead
  plate = ofPlate
  model = reach.model
  limit = reach.costMax
  reached = false
  follow(0, 0, reach.edits, 0)
  return reached ? limit : Infinity
}

/**
 * Follows both from here to their ends, side by side, and turns off wherever a character may have been missed or invented. Edits are so
 * few that there is hardly a turning: with one edit and equal lengths none. A way is given up as soon as it costs more than the best.
 */
function follow(fromPlate: number, fromRead: number, edits: number, cost: number): void {
  const longer = plate.length - fromPlate - (read.length - fromRead)
  if (longer > edits || longer < -edits) return
  let left = edits
  let spent = cost
  for (let at = fromPlate, place = fromRead; spent <= limit; at += 1, place += 1) {
    if (left > 0) turnOff(at, place, left, spent)
    if (at === plate.length || place === read.length) return arrive(at, place, spent)
    const truth = plate.characters[at] ?? unknown
    const seen = read.characters[place] ?? unknown
    if (classOf[truth] !== classOf[seen] && seen !== unknown) left -= 1
    if (left < 0) return
    if (truth !== seen) spent += (model.substitution[truth * symbols + seen] ?? 0) + wrongness(place)
  }
}

function turnOff(at: number, place: number, left: number, spent: number): void {
  const longer = plate.length - at - (read.length - place)
  if (at < plate.length && Math.abs(longer - 1) < left) follow(at + 1, place, left - 1, spent + (model.missed[plate.characters[at] ?? unknown] ?? 0))
  // An unread character stands for one that is there.
  const seen = read.characters[place] ?? unknown
  if (place < read.length && Math.abs(longer + 1) < left && seen !== unknown) follow(at, place + 1, left - 1, spent + (model.invented[seen] ?? 0) + wrongness(place))
}

function arrive(at: number, place: number, spent: number): void {
  if (at < plate.length || place < read.length) return
  limit = spent
  reached = true
}

/** What a mistake at this place costs, above being right there. */
function wrongness(place: number): number {
  return (read.wrong[place] ?? 0) - (read.right[place] ?? 0)
}
