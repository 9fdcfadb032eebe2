import type { ActionFound } from '#law'
import type { CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** What somebody found about one action that the regulations ask of a person, and on what evidence. */
export interface JudgedAction extends ActionFound {
  readonly evidence: string
}

/** One officer's findings about a person's actions. Those left out were not looked at, which the law reads as not shown. */
export interface JudgedActions {
  readonly found: readonly JudgedAction[]
  readonly reasons: string
  readonly judgedBy: Named
  readonly judgedOn: CalendarDate
}
