import { alphabet, placeOf } from '../../src/border/watchlists/reading-errors/alphabet.ts'
import { workingModel } from '../../src/border/watchlists/reading-errors/error-model.ts'
import { writeReadCosts } from '../../src/border/watchlists/reading-errors/read-costs.ts'
import { classOf, oneOfEachClass } from '../../src/border/watchlists/plate-index/confusion-classes.ts'
import { lengthMax, type Text } from '../../src/border/watchlists/plate-index/deletion-keys.ts'
import { unpack, type PackedPlates } from '../../src/border/watchlists/plate-index/packed-plates.ts'
import { costInReach, type CostedRead } from '../../src/border/watchlists/plate-index/reach.ts'
import { costMax } from './contender.ts'

const reach = { model: workingModel, edits: 1, costMax } as const
const read: CostedRead = { characters: new Uint8Array(lengthMax), length: 0, right: new Float32Array(lengthMax), wrong: new Float32Array(lengthMax) }
const costs = { places: read.characters, right: read.right, wrong: read.wrong }
const plate: Text = { characters: new Uint8Array(lengthMax), length: 0 }

/** The candidates that are in reach of the read and cheap enough: our index's own last step, done for those who have none. */
export function heldAgainst(asRead: string, candidates: Iterable<string>): readonly string[] {
  const kept: string[] = []
  if (!isReady(asRead)) return kept
  for (const candidate of candidates) {
    spell(plate, candidate)
    if (costInReach(read, plate, reach) < Infinity) kept.push(candidate)
  }
  return kept
}

/** The same for every packed plate; tells their places. */
export function heldAgainstAll(asRead: string, { words, used }: PackedPlates): readonly number[] {
  const kept: number[] = []
  if (!isReady(asRead)) return kept
  for (let place = 1; place <= used; place += 1) {
    unpack(words, place, plate)
    if (costInReach(read, plate, reach) < Infinity) kept.push(place)
  }
  return kept
}

/** Reckons what the read's characters cost; not for one that is longer than any plate could be. */
function isReady(asRead: string): boolean {
  if (asRead.length > lengthMax) return false
  spell(read, asRead)
  writeReadCosts(costs, read.length, { model: workingModel, characterConfidence: null })
  return true
}

/** The text with one character standing for each class: what contenders that know no classes are given. */
export function folded(text: string): string {
  let all = ''
  for (let at = 0; at < text.length; at += 1) all += standing[placeOf(text.charCodeAt(at))] ?? ''
  return all
}

const standing = [...alphabet].map((character, place) => {
  const first = oneOfEachClass.find((each) => classOf[each] === classOf[place])
  return first === undefined ? character : alphabet.charAt(first)
})

function spell(text: Text, plate: string): void {
  text.length = plate.length
  for (let at = 0; at < plate.length; at += 1) text.characters[at] = placeOf(plate.charCodeAt(at))
}
