import { placesOf, symbols, unknown } from '../../src/border/watchlists/reading-errors/alphabet.ts'
import { readCosts, type ReadCosts } from '../../src/border/watchlists/reading-errors/read-costs.ts'
import { classOf } from '../../src/border/watchlists/plate-index/confusion-classes.ts'
import type { Probe, Within } from '../../src/border/watchlists/plate-index/near-plates.ts'

/**
 * What `nearPlates` finds, said as plainly as it can be and found by holding the read against every plate. It shares nothing with the
 * index but what is asked for, and is what tests and measurements compare answers with, ours and others'.
 */
export function costByForce(probe: Probe, plate: string, { model, costMax, edits }: Within & { readonly edits: number }): number {
  const read = readCosts(model, probe.plate, probe.characterConfidence)
  const unread = read.places.filter((character) => character === unknown).length
  const cost = unread > 0 ? wholeOf({ read, plate: placesOf(plate), model }) : cheapest({ read, plate: placesOf(plate), model }, edits)
  return cost <= costMax ? cost : Infinity
}

interface Compared extends Pick<Within, 'model'> {
  readonly read: ReadCosts
  readonly plate: Uint8Array
}

/** Character by character, where some were not read: those fit anything, the others their own class. */
function wholeOf(compared: Compared): number {
  const { read, plate } = compared
  if (read.places.length !== plate.length) return Infinity
  return plate.reduce((sum, truth, at) => {
    const seen = read.places[at] ?? unknown
    return seen === unknown || classOf[seen] === classOf[truth] ? sum + substituted(compared, truth, at) : Infinity
  }, 0)
}

/** The textbook's table, with a third side for the edits that were made. */
function cheapest(compared: Compared, edits: number): number {
  const { read, plate, model } = compared
  const known = new Map<string, number>()
  const from = (at: number, place: number, left: number): number => {
    if (left < 0) return Infinity
    const name = `${at} ${place} ${left}`
    const before = known.get(name)
    if (before !== undefined) return before
    const ways = at === plate.length && place === read.places.length ? [0] : [Infinity]
    const truth = plate[at]
    const seen = read.places[place]
    if (truth !== undefined) ways.push((model.missed[truth] ?? 0) + from(at + 1, place, left - 1))
    if (seen !== undefined) ways.push((model.invented[seen] ?? 0) + (read.wrong[place] ?? 0) - (read.right[place] ?? 0) + from(at, place + 1, left - 1))
    if (truth !== undefined && seen !== undefined) {
      const edit = classOf[truth] === classOf[seen] ? 0 : 1
      ways.push(substituted(compared, truth, place) + from(at + 1, place + 1, left - edit))
    }
    const least = Math.min(...ways)
    known.set(name, least)
    return least
  }
  return from(0, 0, edits)
}

function substituted({ read, model }: Compared, truth: number, place: number): number {
  const seen = read.places[place] ?? unknown
  return seen === truth ? 0 : (model.substitution[truth * symbols + seen] ?? 0) + (read.wrong[place] ?? 0) - (read.right[place] ?? 0)
}
