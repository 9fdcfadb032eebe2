import { alphabet, placesOf } from '../reading-errors/alphabet.ts'
import { characters, type ErrorModel } from '../reading-errors/error-model.ts'
import { readCosts } from '../reading-errors/read-costs.ts'
import { align } from '../match-set/reading-cost.ts'

const written = Array.from(alphabet.slice(0, characters))

/** Every text that one misread, missed or invented character makes of the plate, each once. */
export function misreadsOf(plate: string): ReadonlySet<string> {
  const all = new Set<string>()
  for (let at = 0; at <= plate.length; at += 1) {
    const [before, after] = [plate.slice(0, at), plate.slice(at + 1)]
    if (at < plate.length) all.add(before + after)
    for (const character of written) {
      if (at < plate.length) all.add(before + character + after)
      all.add(before + character + plate.slice(at))
    }
  }
  all.delete(plate)
  return all
}

/** The chance that a camera writes this of that plate: its likeliest way, and nothing invented besides. */
export function chanceOfReading(model: ErrorModel, read: string, plate: string): number {
  return Math.exp(-align(model, readCosts(model, read, null), placesOf(plate)).cost) * nothingInvented(model) ** (plate.length + 1)
}

function nothingInvented({ invented }: ErrorModel): number {
  return 1 - invented.subarray(0, characters).reduce((sum, cost) => sum + Math.exp(-cost), 0)
}
