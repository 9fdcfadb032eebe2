import type { ClockAnswer } from '#law'
import { isBefore, type CalendarDate } from '#values'
import { requiredActions, type CaseState } from '../case/required-actions.ts'
import { currentClock } from '../deadline/current-clock.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { clockToIssue } from '../deadline/last-day-to-issue.ts'
import { hasEnded } from '../penalty/penalty.ts'

/** An open case that nobody can do anything about and that no coming day will bring back: it would be forgotten. */
export function isStuck(state: CaseState): boolean {
  if (state.found.stage === 'closed') return false
  if (state.standstills !== undefined && state.standstills.size > 0) return false
  if (requiredActions(state).some(({ href }) => href !== null)) return false
  return !comingDays(state).some((lastDay) => !isBefore(lastDay, state.today))
}

/** Only a clock that runs brings a case back; one that has been met, or that nothing started, does not. */
function comingDays({ found, penalties }: CaseState): readonly CalendarDate[] {
  if (penalties.length === 0) return lastDaysOf([clockToIssue(found.regime, found.incident.occurredOn)])
  const running = penalties.filter((penalty) => !hasEnded(penalty)).map(currentClock)
  const toObject = penalties.filter(({ stage, determination }) => stage === 'settled' && determination === null)
  return lastDaysOf([...running, ...toObject.flatMap(clocksOf).filter(({ clock }) => clock === 'object')])
}

function lastDaysOf(clocks: readonly (ClockAnswer | undefined)[]): readonly CalendarDate[] {
  return clocks.flatMap((clock) => clock?.lastDay ?? [])
}
