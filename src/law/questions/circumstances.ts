import { controlZones } from '../instruments/carriers-liability-regulations-2002.ts'
import { reformedFrom } from '../eras.ts'
import { inForce } from '../provision.ts'
import { flags, type Flag } from '../assessment.ts'
import type { Facts } from './facts.ts'

/** What about the incident itself a person must look at. */
export function circumstanceFlags({ occurredOn, journeyBeganOn, place }: Facts): readonly Flag[] {
  const found: Flag[] = []
  // The saving in the commencement regulations speaks of conduct only, so a journey across the day goes to a person.
  if (journeyBeganOn < reformedFrom && occurredOn >= reformedFrom) found.push('STRADDLES_COMMENCEMENT')
  if (place !== null && !inForce(controlZones, occurredOn).value.includes(place.trim().toLowerCase())) found.push('PLACE_NOT_IN_CONTROL_ZONE')
  return found
}

/** Each flag once, in the order of the published list. */
export function inOrder(found: readonly Flag[]): readonly Flag[] {
  return flags.filter((flag) => found.includes(flag))
}
