import { insecurities, type Requirement, type SecurityCondition } from '#law'
import type { CalendarDate } from '#values'
import type { Incident } from '../case/penalty-case.ts'
import type { Named } from '../penalty/penalty.ts'

export const conditionStandings = ['holds', 'broken', 'nothing-to-secure'] as const
export type ConditionStanding = (typeof conditionStandings)[number]

/** How the vehicle arrived, condition by condition: the first limb of section 31A, the same for everybody on the case. */
export interface JudgedSecurity {
  readonly found: readonly { readonly id: SecurityCondition; readonly standing: ConditionStanding; readonly evidence: string }[]
  /** The longest cut, tear or other damage left unrepaired; zero for none. */
  readonly longestUnrepairedDamageMm: number
  readonly reasons: string
  readonly judgedBy: Named
  readonly judgedOn: CalendarDate
}

/** The conditions that did not hold; undefined where nobody has judged. People found inside are one of them. */
export function insecure({ security, entrants, occurredOn }: Pick<Incident, 'security' | 'entrants' | 'occurredOn'>): readonly Requirement<SecurityCondition>[] | undefined {
  if (security === undefined) return undefined
  const broken = security.found.flatMap(({ id, standing }) => (standing === 'broken' ? [id] : []))
  return insecurities({ on: occurredOn, broken, longestUnrepairedDamageMm: security.longestUnrepairedDamageMm, peopleAboard: entrants > 0 }).value
}
