import { reformedFrom } from '../eras.ts'
import { flags, type Flag } from '../assessment.ts'
import type { Facts } from './facts.ts'
import { isControlZone } from './places.ts'

/** What about the incident itself a person must look at. */
export function circumstanceFlags({ occurredOn, journeyBeganOn, place }: Facts): readonly Flag[] {
  const found: Flag[] = []
  // The saving in the commencement regulations speaks of conduct only, so a journey across the day goes to a person.
  if (journeyBeganOn < reformedFrom && occurredOn >= reformedFrom) found.push('STRADDLES_COMMENCEMENT')
  if (place !== null && !isControlZone(place, occurredOn).value) found.push('PLACE_NOT_IN_CONTROL_ZONE')
  return found
}

/** Each flag once, in the order of the published list. */
export function inOrder(found: readonly Flag[]): readonly Flag[] {
  return flags.filter((flag) => found.includes(flag))
}
