import {
  barOnCarryingAfterSecuring,
  barOnSecondArrival,
  barOnSecuringAfterCarrying,
  duressInCarrying,
  duressInSecuring,
  duressShared,
} from '../instruments/immigration-and-asylum-act-1999.ts'
import { theCapacity } from '../in-both.ts'
import { say, startingLarge, tell } from '../words.ts'
import type { Facts, PersonFacts } from './facts.ts'
import type { Ground } from './ground.ts'

export function duress(person: PersonFacts, { section }: Facts): Ground {
  const who = startingLarge(theCapacity[person.capacity])
  const words = person.duress
    ? say(`${who.en} acted under duress.`, `${who.fr} a agi sous la contrainte.`)
    : tell('no-duress')
  return { code: 'duress', rule: 'duress', frees: person.duress, words, under: section === '32' ? duressInCarrying : duressInSecuring }
}

/** Section 32 only: one person's duress excuses everyone responsible for the same entrants. Section 31A has no such rule. */
export function anothersDuress(person: PersonFacts, { persons }: Facts): Ground {
  const other = persons.find((each) => each.duress && each !== person)
  const who = theCapacity[other?.capacity ?? 'driver']
  const words = say(`${startingLarge(who).en} acted under duress, which excuses everyone responsible.`, `La contrainte subie par ${who.fr} excuse tous les responsables.`)
  return { code: 'duress-of-another', rule: 'shared-duress', frees: other !== undefined, words, under: duressShared, quiet: true }
}

/** The bar is on the person: a penalty under the other section in one capacity bars this one in every capacity. */
export function penalisedUnderOtherSection(person: PersonFacts, { section, persons }: Facts): Ground {
  const [other, under] = section === '32' ? (['31A', barOnCarryingAfterSecuring] as const) : (['32', barOnSecuringAfterCarrying] as const)
  const words = say(
    `Already penalised under section ${other} for the same circumstances; one person cannot be penalised under both.`,
    `Déjà sanctionné selon l’article ${other} pour les mêmes faits ; nul ne peut l’être selon les deux.`,
  )
  return { code: 'penalised-under-other-section', rule: 'bar-of-other-section', frees: persons.some(({ id, penalisedUnderOtherSection: penalised }) => id === person.id && penalised), words, under, quiet: true }
}

export function penalisedAtControl(person: PersonFacts): Ground {
  const words = say(
    'Already penalised at the control outside the UK on this journey, so not again on arrival in the UK.',
    'Déjà sanctionné au contrôle hors du Royaume-Uni lors de ce trajet : pas une seconde fois à l’arrivée.',
  )
  return { code: 'penalised-at-control', rule: 'bar-of-same-journey', frees: person.penalisedAtControl, words, under: barOnSecondArrival, quiet: true }
}
