import { inForce } from '../provision.ts'
import {
  failureToSecure,
  goodsVehicle,
  knowledgeImmaterial,
  penaltyForEachEntrant,
  relevantPlace,
  clandestineEntrant,
  responsibleForCarrying,
  responsibleForSecuring,
} from '../instruments/immigration-and-asylum-act-1999.ts'
import { adequateSecurity } from '../instruments/carriers-liability-regulations-2002-security.ts'
import { actionsForGoodsVehicles } from '../instruments/carriers-liability-regulations-2002-actions.ts'
import { aTransporter, theCapacity } from '../in-both.ts'
import { say, startingLarge, tell } from '../words.ts'
import type { Facts, PersonFacts } from './facts.ts'
import type { Ground } from './ground.ts'
import { listed } from './listed.ts'

export function notResponsible({ capacity }: PersonFacts, { section, transporter, occurredOn }: Facts): Ground {
  const under = section === '32' ? responsibleForCarrying : responsibleForSecuring
  const frees = !inForce(under, occurredOn).value[transporter].includes(capacity)
  const [who, what] = [startingLarge(theCapacity[capacity]), aTransporter[transporter]]
  const words = frees
    ? say(`${who.en} is not one of those responsible for ${what.en}.`, `${who.fr} n’est pas responsable pour ${what.fr}.`)
    : tell('responsible', { who, what })
  return { code: 'not-responsible-in-this-capacity', rule: 'responsible-person', frees, words, under, isMet: true }
}

export function noClandestineEntrant(_: PersonFacts, { entrants }: Facts): Ground {
  if (entrants === 0) {
    const words = say('Nobody was found concealed, so section 32 does not apply.', 'Personne n’a été trouvé caché : l’article 32 ne s’applique pas.')
    return { code: 'no-clandestine-entrant', rule: 'clandestine-entrants', frees: true, words, under: clandestineEntrant }
  }
  const words = tell('people-found', { count: entrants })
  return { code: 'no-clandestine-entrant', rule: 'clandestine-entrants', frees: false, words, under: penaltyForEachEntrant, isMet: true }
}

/** Frees nobody: it is said because it is what people answer first. */
export function knowledge(): Ground {
  return { code: 'no-clandestine-entrant', rule: 'knowledge', frees: false, words: tell('knowledge-immaterial'), under: knowledgeImmaterial, isMet: true }
}

/** Frees nobody by itself: where the place is no control zone in France, a person looks at where control is operated. */
export function arrivedAtControl(_: PersonFacts, { place }: Facts): Ground {
  const words = tell('arrived-at', { where: place ?? '' })
  return { code: 'adequately-secured', rule: 'relevant-place', frees: false, words, under: relevantPlace, isMet: true, quiet: place === null }
}

export function notAGoodsVehicle(_: PersonFacts, { transporter, occurredOn }: Facts): Ground {
  const frees = inForce(responsibleForSecuring, occurredOn).value[transporter].length === 0
  const words = frees
    ? say('Not a goods vehicle in commercial use, so section 31A does not apply.', 'Pas un véhicule de marchandises en usage commercial : l’article 31A ne s’applique pas.')
    : tell('is-goods-vehicle')
  return { code: 'not-a-goods-vehicle', rule: 'goods-vehicle', frees, words, under: goodsVehicle, isMet: true }
}

/** The first limb of section 31A. */
export function adequatelySecured(_: PersonFacts, facts: Facts): Ground {
  const frees = facts.adequatelySecured
  const words = frees
    ? say('The vehicle was adequately secured on arrival, so the first limb fails.', 'Le véhicule était suffisamment sécurisé à l’arrivée : la première condition n’est pas remplie.')
    : tell('not-secured')
  return { code: 'adequately-secured', rule: 'first-limb', frees, words, under: adequateSecurity, isMet: true }
}

/** The second limb: judged for each person on that person's own duties. A driver who complied is not liable, so has no discount (DSC-4). */
export function ownActionsTaken({ complied, capacity, actionsNotShown }: PersonFacts): Ground {
  const who = theCapacity[capacity]
  const words = complied
    ? say(`${startingLarge(who).en} took every action asked of that person, so the second limb fails.`, `${startingLarge(who).fr} a pris toutes les mesures qui lui incombaient : la seconde condition n’est pas remplie.`)
    : tell('actions-not-taken', { who, actions: listed(actionsNotShown) })
  return { code: 'took-own-actions', rule: 'second-limb', frees: complied, words, under: complied ? failureToSecure : actionsForGoodsVehicles, isMet: true }
}
