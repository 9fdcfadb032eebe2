import { daysAfter, isAfter, type CalendarDate } from '#values'
import { decisionPeriod } from '../instruments/carriers-liability-regulations-2002.ts'
import { agreedDecisionTime } from '../instruments/immigration-and-asylum-act-1999-notices.ts'
import { citationOf, inForce } from '../provision.ts'
import { dayInBoth, daysInBoth, tell } from '../words.ts'
import { clockStep, type ClockStep, type Explained } from '../step.ts'

/** Counted from the issue of the notice, however late in the 28 days the objection came; only an agreed time moves it, and only later. */
export function lastDayToDecide(issuedOn: CalendarDate, agreedUntil?: CalendarDate): Explained<CalendarDate> {
  const { value: period, under } = inForce(decisionPeriod, issuedOn)
  const usual = daysAfter(period.days, issuedOn)
  const words = tell('decided-by', { days: daysInBoth(period.days), issued: dayInBoth(issuedOn), last: dayInBoth(usual) })
  const steps = [clockStep(words, decisionPeriod)]
  if (agreedUntil === undefined) return { value: usual, under, steps }

  const isLonger = isAfter(agreedUntil, usual)
  return { value: isLonger ? agreedUntil : usual, under: [...under, citationOf(agreedDecisionTime)], steps: [...steps, agreedStep(agreedUntil, isLonger)] }
}

function agreedStep(agreedUntil: CalendarDate, isLonger: boolean): ClockStep {
  return clockStep(tell(isLonger ? 'agreed-longer' : 'agreed-not-longer', { until: dayInBoth(agreedUntil) }), agreedDecisionTime)
}
