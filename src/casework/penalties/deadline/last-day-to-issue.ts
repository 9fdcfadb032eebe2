import { clocks, type ClockAnswer, type Regime } from '#law'
import type { CalendarDate } from '#values'

/** The clock that runs from the find itself, before any penalty is proposed (reg. 3F). */
export function clockToIssue(regime: Regime, responsibleOn: CalendarDate): ClockAnswer | undefined {
  const events = [{ type: 'became-responsible', on: responsibleOn }] as const
  return clocks({ regime, events }).find(({ clock }) => clock === 'issue')
}
