import type { ClockName } from '#law'
import { daysAfter, type CalendarDate } from '#values'
import { decideObjectionWithinDays, issueNoticeWithinDays } from '../limits.ts'
import type { Penalty } from '../penalty/penalty.ts'

/** The day by which this office means to have done it. Nothing in law turns on it, and it stands apart from the last day. */
export function serviceStandard(clock: ClockName, { responsibleOn, objection }: Pick<Penalty, 'responsibleOn' | 'objection'>): CalendarDate | undefined {
  if (clock === 'issue') return daysAfter(issueNoticeWithinDays, responsibleOn)
  if (clock === 'decide' && objection !== null) return daysAfter(decideObjectionWithinDays, objection.receivedOn)
  return undefined
}
