import type { CalendarDate } from '#values'
import {
  adequateSecurity,
  type Requirement,
  type SecurityCondition,
} from '../instruments/carriers-liability-regulations-2002-security.ts'
import { inForce, type Answer } from '../provision.ts'

export interface ArrivalInspection {
  readonly on: CalendarDate
  /** The longest cut, tear or other damage left unrepaired; zero for none. */
  readonly longestUnrepairedDamageMm: number
  /** Conditions of regulation 2A found broken, apart from the length of damage. */
  readonly broken: readonly SecurityCondition[]
}

/** The conditions that were not met on arrival; none means adequately secured. Damage counts only beyond the length, not at it. */
export function insecurities({ on, longestUnrepairedDamageMm, broken }: ArrivalInspection): Answer<readonly Requirement<SecurityCondition>[]> {
  const { value, under } = inForce(adequateSecurity, on)
  const isTorn = longestUnrepairedDamageMm > value.damageOverMm
  const unmet = value.conditions.filter(({ id }) => broken.includes(id) || (id === 'a' && isTorn))
  return { value: unmet, under }
}
