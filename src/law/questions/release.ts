import type { CalendarDate, Pence } from '#values'
import { detentionAsSecurity, detentionInDefault, detentionNeedsRisk, releaseByCourt, releaseForOwner, releaseInDefault } from '../instruments/immigration-and-asylum-act-1999-detention.ts'
import { citationOf, inForce, type Answer } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { say } from '../words.ts'
import { allOf, condition, type Judged } from './condition.ts'
import type { DetentionPower } from './first-day-to-sell.ts'

const unlawful: Requirement = { id: 'unlawful', words: say('its detention was unlawful', 'la retenue était illégale') }

/** On what a court may release a detained vehicle; for an owner without a notice, what it weighs besides. */
export function groundsOfRelease(power: DetentionPower, isOwnerWithoutNotice: boolean, on: CalendarDate): Answer<readonly Requirement[]> {
  const ordinary = power === '36' ? inForce(releaseByCourt, on) : { value: inForce(releaseInDefault, on).value.onlyIfUnlawful ? [unlawful] : [], under: [citationOf(releaseInDefault)] }
  if (!isOwnerWithoutNotice) return ordinary
  const forOwner = inForce(releaseForOwner, on)
  return { value: [...ordinary.value, ...forOwner.value], under: [...ordinary.under, ...forOwner.under] }
}

/** A vehicle is held until every penalty and the reasonable expenses are paid, and no longer. */
export function isPaidOut(power: DetentionPower, left: { readonly owedPence: Pence; readonly expensesPence: Pence }): Judged {
  const under = power === '36' ? detentionAsSecurity : detentionInDefault
  return allOf([
    condition(left.owedPence <= 0, say('Nothing is owed any more on the penalties it is held for.', 'Plus rien n’est dû au titre des sanctions qui justifient la retenue.'), under),
    condition(left.expensesPence <= 0, say('The expenses of holding it are paid.', 'Les frais de garde sont payés.'), under),
  ])
}

/** Security may take the place of a vehicle that is itself security; of one held in default only a court judges. */
export function maySecurityReplace(power: DetentionPower): Judged {
  return allOf([condition(power === '36', say('It is held as security, which other security may replace.', 'Il est retenu comme garantie, qu’une autre peut remplacer.'), detentionNeedsRisk)])
}
