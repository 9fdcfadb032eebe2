import { otherCarriers, say, type Words } from '#law'
import type { Problem } from '#platform/api'

/** A field of the form that needs another answer. */
export interface Mistake {
  readonly field: string
  readonly words: Words
}

const byField: readonly (readonly [RegExp, Words])[] = [
  [/^occurredOn$/, say('Enter the day of the incident, from 8 December 2002', 'Indiquez le jour de l’incident, à partir du 8 décembre 2002')],
  [/^transporter$/, say(`Choose the kind of vehicle. ${otherCarriers.en}`, `Choisissez le type de véhicule. ${otherCarriers.fr}`)],
  [/^section$/, say('Choose what happened', 'Choisissez ce qui s’est passé')],
  [/^entrants$/, say('Enter how many people were found, as a whole number', 'Indiquez combien de personnes ont été trouvées, en nombre entier')],
  [/^persons$/, say('Choose at least one person', 'Choisissez au moins une personne')],
  [/-meansAmount$/, say('Enter pounds, not above what remains for each person found, and no business size with it', 'Indiquez des livres, sans dépasser ce qui reste par personne trouvée, et sans taille d’entreprise')],
  [/-prior\d-issuedOn$/, say('Enter the day of the earlier penalty', 'Indiquez le jour de la sanction antérieure')],
]

/** The contract names a bad field by its path; the form knows it by its name. */
export function mistakesOf(problems: readonly Problem[], people: readonly string[]): readonly Mistake[] {
  return problems.map(({ path, message }) => {
    const field = fieldAt(path, people)
    const words = byField.find(([pattern]) => pattern.test(field))?.[1] ?? say(message, message)
    return { field, words }
  })
}

function fieldAt(path: string, people: readonly string[]): string {
  const [, place, rest] = /^persons\[(\d+)\]\.(.+)$/.exec(path) ?? []
  if (place === undefined || rest === undefined) return path.replace('incident.', '')
  const person = people[Number(place)] ?? ''
  const [, prior, part] = /^earlierPenalties\[(\d+)\]\.(.+)$/.exec(rest) ?? []
  if (prior !== undefined && part !== undefined) return `${person}-prior${Number(prior) + 1}-${part}`
  return `${person}-${rest === 'meansAmountPence' ? 'meansAmount' : rest}`
}
