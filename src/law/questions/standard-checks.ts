import type { CalendarDate } from '#values'
import { standardChecks, type Requirement } from '../instruments/carriers-liability-regulations-2002-security.ts'
import { inForce, type Answer } from '../provision.ts'

/** The checks a checklist has to show, in their order, on the day of the journey. */
export function standardChecksOn(on: CalendarDate): Answer<readonly Requirement[]> {
  return inForce(standardChecks, on)
}
