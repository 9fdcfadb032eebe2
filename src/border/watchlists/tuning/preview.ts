import type { Plate } from '#values'
import type { ListedPlate } from '../match-set/evidence.ts'
import { sureness, type Sureness, type Tiers } from '../match-set/sureness.ts'
import { weigh, type Weighed } from '../match-set/weigh.ts'
import type { ErrorModel } from '../reading-errors/error-model.ts'
import { misreadsShown } from './limits.ts'
import { chanceOfReading, misreadsOf } from './misreads-of.ts'

/** One text that a camera may write of a plate, and what would come of it under a setting. */
export interface Misread extends Pick<Weighed, 'cost' | 'differences' | 'otherPlate'> {
  readonly text: string
  readonly sureness: Sureness
  /** Once in so many reads of the plate the camera writes this. */
  readonly onceIn: number
}

export interface Previewed {
  readonly listed: ListedPlate
  readonly model: ErrorModel
  readonly tiers: Tiers
}

/** The plate as it is, then its likeliest misreads: half of them such as would alert, half such as would not, as far as there are any. */
export function previewOf({ listed, model, tiers }: Previewed): readonly Misread[] {
  const judged = (text: string): Misread => {
    const weighed = weigh([{ plate: text as Plate, country: null, confidence: null, characterConfidence: null, candidates: [] }], listed, () => model)
    const { cost, differences, otherPlate } = weighed
    return { text, cost, differences, otherPlate, sureness: sureness(weighed, tiers), onceIn: Math.round(1 / chanceOfReading(model, text, listed.plate)) }
  }
  const likeliest = [...misreadsOf(listed.plate)].map((text) => ({ text, chance: chanceOfReading(model, text, listed.plate) }))
    .sort((one, other) => other.chance - one.chance).slice(0, 12 * misreadsShown).map(({ text }) => judged(text))
  const half = misreadsShown / 2
  const [told, silent] = [likeliest.filter((one) => one.sureness !== 'possible'), likeliest.filter((one) => one.sureness === 'possible')]
  return [judged(listed.plate), ...told.slice(0, Math.max(half, misreadsShown - silent.length)), ...silent.slice(0, Math.max(half, misreadsShown - told.length))]
}
