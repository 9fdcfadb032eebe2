import { announce, refuse, type Decision } from '#platform/decisions'
import { dayOf, instant, isBefore, type CalendarDate, type Instant } from '#values'
import type { Dispatch, Outcome, OutcomeRecorded } from './dispatch.ts'

/** What was heard of a letter. Heard twice, it is recorded once; nothing heard is never an outcome. */
export function recordOutcome(dispatch: Dispatch | undefined, outcome: Outcome, now: Instant): Decision<OutcomeRecorded> {
  if (dispatch === undefined) return refuse('no-such-dispatch')
  if (dispatch.stage === 'planned' || dispatch.stage === 'withheld' || dispatch.stage === 'failed') return refuse('nothing-has-left')
  if (dispatch.outcomes.some(({ code, at }) => code === outcome.code && at === outcome.at)) return announce()
  if (outcome.at > now) return refuse('outcome-in-future')
  if (dispatch.sent !== null && isBefore(dayOf(outcome.at), dispatch.sent.on)) return refuse('outcome-before-sent')
  if (outcome.evidence.trim() === '') return refuse('say-what-proves-it')
  return announce({ type: 'service-outcome-recorded', ...outcome })
}

/** The moment that stands for a day somebody typed: its noon, which is that day everywhere, or now when it is today. */
export function noonOf(on: CalendarDate, now: Instant): Instant {
  const noon = instant(`${on}T12:00:00Z`)
  return noon > now ? now : noon
}
