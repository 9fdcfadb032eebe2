import type { PenaltyCase } from '../case/penalty-case.ts'
import type { PenaltyStanding } from '../penalty/penalty.ts'
import { nearestDay, type NearestDay } from './current-clock.ts'
import { clockToIssue } from './last-day-to-issue.ts'

/** Before anything is proposed only the day of the find counts. */
export function nearestDayOf(found: PenaltyCase, penalties: readonly PenaltyStanding[]): NearestDay | undefined {
  if (found.stage === 'closed') return undefined
  if (penalties.length > 0) return nearestDay(penalties)
  const issue = clockToIssue(found.regime, found.incident.occurredOn)
  return typeof issue?.lastDay === 'string' ? { clock: 'issue', lastDay: issue.lastDay } : undefined
}
