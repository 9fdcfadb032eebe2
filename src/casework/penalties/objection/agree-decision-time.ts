import { longerTimeAgreed } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, type CalendarDate } from '#values'
import { lastDayFor } from '../deadline/last-day-for.ts'
import type { DecisionTimeAgreed } from '../events.ts'
import type { Penalty } from '../penalty/penalty.ts'

/** More time to decide is a new last day agreed with the objector, with the reason: never a number typed over the old one. */
export function agreeDecisionTime(penalty: Penalty | undefined, agreed: { readonly until: CalendarDate; readonly reasons: string }): Decision<DecisionTimeAgreed> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (penalty.stage !== 'objected') return refuse('no-objection-held')
  if (agreed.reasons.trim() === '') return refuse('reasons-needed')
  const { day: lastDay } = lastDayFor('decide', penalty)
  if (lastDay !== null && !isAfter(agreed.until, lastDay)) return refuse('not-a-longer-time')
  return announce({ type: 'decision-time-agreed', ...agreed, under: [longerTimeAgreed] })
}
