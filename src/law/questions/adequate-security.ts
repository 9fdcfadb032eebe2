import type { CalendarDate } from '#values'
import { adequateSecurity, type SecurityCondition } from '../instruments/carriers-liability-regulations-2002-security.ts'
import type { Requirement } from '../requirement.ts'
import { inForce, isInForce, type Answer } from '../provision.ts'

export interface ArrivalInspection {
  readonly on: CalendarDate
  /** The longest cut, tear or other damage left unrepaired; zero for none. */
  readonly longestUnrepairedDamageMm: number
  /** Conditions of regulation 2A found broken, apart from the length of damage. */
  readonly broken: readonly SecurityCondition[]
  /** Somebody who gained access was in it: then it was not secured, whatever else held. */
  readonly peopleAboard?: boolean
}

/** The conditions that were not met on arrival; none means adequately secured. Damage counts only beyond the length, not at it. */
export function insecurities({ on, longestUnrepairedDamageMm, broken, peopleAboard = false }: ArrivalInspection): Answer<readonly Requirement<SecurityCondition>[]> {
  const { value, under } = inForce(adequateSecurity, on)
  const isTorn = longestUnrepairedDamageMm > value.damageOverMm
  const unmet = value.conditions.filter(({ id }) => broken.includes(id) || (id === 'a' && isTorn) || (id === 'k' && peopleAboard))
  return { value: unmet, under }
}

/** What is looked at on arrival; nothing before the reform, when the section did not exist. */
export function securityConditionsOn(on: CalendarDate): readonly Requirement<SecurityCondition>[] {
  return isInForce(adequateSecurity, on) ? inForce(adequateSecurity, on).value.conditions : []
}
