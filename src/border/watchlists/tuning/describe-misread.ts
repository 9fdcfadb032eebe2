import { timesBetter } from '../match-set/sureness.ts'
import type { Misread } from './preview.ts'

type Say = (en: string, fr: string) => string

const verdicts = {
  certain: { en: 'Alerts at once', fr: 'Alerte aussitôt', mark: 'going' },
  probable: { en: 'A person compares', fr: 'Une personne compare', mark: 'look' },
  possible: { en: 'Only in a search', fr: 'Seulement en recherche', mark: 'quiet' },
} as const

/** A row of the preview in the reader's words. */
export function describeMisread({ text, sureness, onceIn, cost, differences, otherPlate }: Misread, say: Say) {
  const { mark, ...verdict } = verdicts[sureness]
  const times = timesBetter({ cost })
  const [en, fr] = [times.toLocaleString('en-GB'), times.toLocaleString('fr-FR')]
  return {
    text, onceIn, mark, verdict: say(verdict.en, verdict.fr),
    differs: differences.map(({ listed, read }) => differs(listed, read, say)).join(', '),
    weighed: times <= 1 ? say(`${otherPlate} explains it as well`, `${otherPlate} l’explique aussi bien`)
      : cost > 0 ? say(`${otherPlate} explains it ${en} times better`, `${otherPlate} l’explique ${fr} fois mieux`)
      : say(`the listed plate explains it ${en} times better than ${otherPlate}`, `la plaque inscrite l’explique ${fr} fois mieux que ${otherPlate}`),
  }
}

function differs(listed: string, read: string, say: Say): string {
  if (read === '') return say(`${listed} not read`, `${listed} non lu`)
  if (listed === '') return say(`${read} added`, `${read} ajouté`)
  return say(`${listed} read as ${read}`, `${listed} lu ${read}`)
}
