import type { CalendarDate } from '#values'
import type { Capacity, Transporter } from '../assessment.ts'
import { capacityTerms, responsibleForCarrying } from '../instruments/immigration-and-asylum-act-1999.ts'
import { inForce, type Answer } from '../provision.ts'
import type { Requirement } from '../requirement.ts'

/** In which capacities somebody can answer for each kind of vehicle; a detached trailer has an operator instead of a driver. */
export function capacitiesAnswering(transporter: Transporter, on: CalendarDate): Answer<readonly Capacity[]> {
  const { value, under } = inForce(responsibleForCarrying, on)
  return { value: value[transporter], under }
}

/** Who counts as what: under hire-purchase, for instance, the owner is whoever has possession. */
export function capacityMeanings(on: CalendarDate): Answer<readonly Requirement<'owner' | 'hirer' | 'detached-trailer'>[]> {
  return inForce(capacityTerms, on)
}
