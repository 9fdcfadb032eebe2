import { daysAfter, type CalendarDate } from '#values'
import { objectionPeriod } from '../instruments/carriers-liability-regulations-2002.ts'
import { inForce } from '../provision.ts'
import { dayInBoth, daysInBoth, tell } from '../words.ts'
import { clockStep, type Explained } from '../step.ts'

/** Time runs from the date on the notice, not from its receipt, and does not roll over a weekend or holiday. */
export function lastDayToObject(issuedOn: CalendarDate): Explained<CalendarDate> {
  const { value: period, under } = inForce(objectionPeriod, issuedOn)
  const value = daysAfter(period.days, issuedOn)
  const words = tell('object-by', { days: daysInBoth(period.days), issued: dayInBoth(issuedOn), last: dayInBoth(value) })
  return { value, under, steps: [clockStep(words, objectionPeriod)] }
}
