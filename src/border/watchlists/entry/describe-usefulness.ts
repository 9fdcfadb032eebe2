import type { Usefulness } from './usefulness.ts'

type Say = (en: string, fr: string) => string

/** Why officers dismiss hits, as the owner of the entry should hear it: what of it is theirs to put right. */
const reasons: Readonly<Record<string, readonly [string, string]>> = {
  'misread': ['the camera misread the plate', 'plaque mal lue par la caméra'],
  'other-country': ['another country', 'autre pays'],
  'cloned-plate': ['the vehicle does not fit the plate', 'le véhicule ne correspond pas'],
  'other-vehicle': ['another vehicle in the picture', 'autre véhicule sur l’image'],
  'entry-out-of-date': ['the entry is out of date', 'inscription périmée'],
  'no-picture': ['no picture', 'pas d’image'],
}

/** An entry's hits in one sentence, and whether it brings officers out for nothing. */
export function describeUsefulness({ hits, confirmed, dismissed, open, searched, found, dismissedAs }: Usefulness, say: Say) {
  const why = Object.entries(dismissedAs).sort(([, one], [, other]) => other - one)
    .map(([code, times]) => `${say(...(reasons[code] ?? [code, code]))}: ${times}`)
  return {
    hits, confirmed, dismissed, open, why,
    isOutOfDate: (dismissedAs['entry-out-of-date'] ?? 0) > 0,
    sentence: hits === 0 ? say('It has not alerted yet.', 'Elle n’a encore donné aucune alerte.')
      : say(`${hits} hits: ${confirmed} confirmed, ${dismissed} dismissed, ${open} open.`, `${hits} alertes : ${confirmed} confirmées, ${dismissed} écartées, ${open} en cours.`),
    outcome: searched === 0 ? '' : say(`Searches: ${searched}, of which with people found: ${found}.`, `Fouilles : ${searched}, dont avec des personnes trouvées : ${found}.`),
  }
}
