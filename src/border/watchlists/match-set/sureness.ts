import { likelyCostMax } from '../limits.ts'
import type { How, Weighed } from './weigh.ts'

export type Sureness = 'certain' | 'likely' | 'possible'

interface Bilingual {
  readonly en: string
  readonly fr: string
}

export const surenessWords: Readonly<Record<Sureness, Bilingual>> = {
  certain: { en: 'Same plate', fr: 'Même plaque' },
  likely: { en: 'Likely the same', fr: 'Probablement la même' },
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

/** A plate listed in part is never more than possible, however well it fits: others fit it too. */
export function sureness({ cost, how }: Pick<Weighed, 'cost' | 'how'>): Sureness {
  if (how === 'pattern') return 'possible'
  if (how === 'exact' && cost === 0) return 'certain'
  return cost <= likelyCostMax ? 'likely' : 'possible'
}

/**
 * The evidence as a number people can hold: were the listed vehicle there, the camera would write what it wrote,
 * rather than the listed plate, about once in this many times. 1 means it wrote the plate itself.
 */
export function onceIn({ cost }: Pick<Weighed, 'cost'>): number {
  const times = Math.exp(cost)
  return times < 10 ? Math.round(times) : Math.round(times / 10) * 10
}
