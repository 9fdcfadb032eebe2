import type { CalendarDate, Site } from '#values'
import { controlZones } from '../instruments/carriers-liability-regulations-2002.ts'
import { clandestineEntrant, controlOutsideUk } from '../instruments/immigration-and-asylum-act-1999.ts'
import { designatedPorts, handedToFrenchAuthorities } from '../instruments/le-touquet-order-2003.ts'
import { citationOf, inForce, type Answer } from '../provision.ts'

/** Whether a place is one of the zones outside the United Kingdom whose control is immigration control. */
export function isControlZone(place: string, on: CalendarDate): Answer<boolean> {
  const { value, under } = inForce(controlZones, on)
  return { value: value.includes(place.trim().toLowerCase()), under: [...under, citationOf(controlOutsideUk)] }
}

/** People found hidden at a control in France were passing, or trying to pass, through immigration control concealed in a vehicle. */
export const concealedAtControl = [citationOf(clandestineEntrant), citationOf(controlZones)]

/** At the ports an officer may ask the French authorities to take somebody out of the zone. Coquelles rests on the tunnel's own orders, whose article was not read. */
export function powerToHandOver(site: Site): readonly ReturnType<typeof citationOf>[] {
  return site === 'coquelles' ? [] : [citationOf(handedToFrenchAuthorities), citationOf(designatedPorts)]
}
