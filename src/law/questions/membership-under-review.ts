import { monthsBefore, type CalendarDate } from '#values'
import { membershipReview } from '../instruments/civil-penalty-accreditation-scheme.ts'
import { formOn, type Answer, citationOf } from '../provision.ts'

/** What happened with a member's vehicles, by day. */
export interface MemberIncidents {
  readonly detectionsOn: readonly CalendarDate[]
  readonly unsecuredOn: readonly CalendarDate[]
}

/** Whether a membership is to be looked at. Reported practice, so it opens a review by a person and ends nothing by itself. */
export function membershipUnderReview({ detectionsOn, unsecuredOn }: MemberIncidents, today: CalendarDate): Answer<boolean> {
  const { rule } = formOn(membershipReview, today)
  if (rule === null) return { value: false, under: [citationOf(membershipReview)] }
  const since = monthsBefore(rule.months, today)
  const within = (days: readonly CalendarDate[]): number => days.filter((on) => on > since && on <= today).length
  return { value: within(detectionsOn) >= rule.detections || within(unsecuredOn) >= rule.unsecured, under: [citationOf(membershipReview)] }
}
