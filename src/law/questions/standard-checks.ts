import type { CalendarDate } from '#values'
import { checklistsReduceRisk } from '../instruments/decided-cases.ts'
import { standardChecks, termsOfSecuring } from '../instruments/carriers-liability-regulations-2002-security.ts'
import type { Requirement } from '../requirement.ts'
import { citationOf, inForce, type Answer } from '../provision.ts'

/** The checks a checklist has to show, in their order, on the day of the journey. */
export function standardChecksOn(on: CalendarDate): Answer<readonly Requirement[]> {
  const { value, under } = inForce(standardChecks, on)
  return { value, under: [...under, citationOf(checklistsReduceRisk)] }
}

/** What seal, optimal method and the other words of the regulations mean. */
export function termsOn(on: CalendarDate): Answer<readonly Requirement[]> {
  return inForce(termsOfSecuring, on)
}
