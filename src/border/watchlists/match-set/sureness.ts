import { tiersByDefault } from '../limits.ts'
import type { How, ReadWeighed, Weighed } from './weigh.ts'

/** Certain alerts at once; probable goes to a person with both plates side by side; possible shows only where somebody searches. */
export type Sureness = 'certain' | 'probable' | 'possible'

/** The most a match may cost to be this sure; a list may have its own. */
export interface Tiers {
  readonly certainCostMax: number
  readonly probableCostMax: number
}

interface Bilingual {
  readonly en: string
  readonly fr: string
}

export const surenessWords: Readonly<Record<Sureness, Bilingual>> = {
  certain: { en: 'Same plate', fr: 'Même plaque' },
  probable: { en: 'Probably the same: compare both plates', fr: 'Probablement la même : comparer les deux plaques' },
  possible: { en: 'Possibly the same', fr: 'Peut-être la même' },
}

export const howWords: Readonly<Record<How, Bilingual>> = {
  exact: { en: 'read exactly as listed', fr: 'lue exactement comme inscrite' },
  confusable: { en: 'characters that cameras mix up', fr: 'caractères que les caméras confondent' },
  alternative: { en: 'the camera’s second reading', fr: 'seconde lecture de la caméra' },
  unread: { en: 'part of the plate was not read', fr: 'plaque lue en partie' },
  pattern: { en: 'fits a plate listed in part', fr: 'correspond à une plaque inscrite en partie' },
  near: { en: 'one character off', fr: 'à un caractère près' },
}

interface Judged extends Pick<Weighed, 'cost' | 'how'> {
  readonly reads?: readonly Pick<ReadWeighed, 'how'>[]
}

/**
 * Certain needs a read that is the listed plate to the letter: neither a likely mistake nor the shape of a plate is enough by itself. A plate
 * listed in part is never certain, however well it fits, because others fit it too.
 */
export function sureness({ cost, how, reads = [{ how }] }: Judged, { certainCostMax, probableCostMax }: Tiers = tiersByDefault): Sureness {
  if (cost <= certainCostMax && reads.some(({ how }) => how === 'exact')) return 'certain'
  return cost <= probableCostMax ? 'probable' : 'possible'
}

/**
 * The evidence as a number people can hold: how many times better the best other plate explains what the cameras wrote. For a
 * cost below 0, how many times better the listed one does.
 */
export function timesBetter({ cost }: Pick<Weighed, 'cost'>): number {
  const times = Math.exp(Math.abs(cost))
  return times < 10 ? Math.round(times) : Number(times.toPrecision(1))
}
