import type { CalendarDate } from '#values'
import { releaseByCourt, releaseForOwner, releaseInDefault } from '../instruments/immigration-and-asylum-act-1999-detention.ts'
import { citationOf, inForce, type Answer } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { say } from '../words.ts'
import type { DetentionPower } from './first-day-to-sell.ts'

const unlawful: Requirement = { id: 'unlawful', words: say('its detention was unlawful', 'la retenue était illégale') }

/** On what a court may release a detained vehicle; for an owner without a notice, what it weighs besides. */
export function groundsOfRelease(power: DetentionPower, isOwnerWithoutNotice: boolean, on: CalendarDate): Answer<readonly Requirement[]> {
  const ordinary = power === '36' ? inForce(releaseByCourt, on) : { value: inForce(releaseInDefault, on).value.onlyIfUnlawful ? [unlawful] : [], under: [citationOf(releaseInDefault)] }
  if (!isOwnerWithoutNotice) return ordinary
  const forOwner = inForce(releaseForOwner, on)
  return { value: [...ordinary.value, ...forOwner.value], under: [...ordinary.under, ...forOwner.under] }
}
