import type { CalendarDate } from '#values'
import { reasonIsLogged, usesOfLogs, whatIsLogged } from '../instruments/logs-and-automated-decisions.ts'
import { citationOf, inForce, isInForce, type Answer } from '../provision.ts'
import type { Requirement } from '../requirement.ts'

export interface Logging {
  readonly acts: readonly Requirement[]
  /** A look and a disclosure say why. */
  readonly reasonNeeded: boolean
  readonly onlyFor: readonly Requirement[]
}

/** What the logs of that day hold, and what they may be used for. */
export function logging(on: CalendarDate): Answer<Logging> {
  const { value: acts, under } = inForce(whatIsLogged, on)
  const reasonNeeded = isInForce(reasonIsLogged, on)
  return { value: { acts, reasonNeeded, onlyFor: inForce(usesOfLogs, on).value }, under: [...under, citationOf(reasonIsLogged), citationOf(usesOfLogs)] }
}
