import { daysAfter, type CalendarDate } from '#values'
import { objectionPeriod } from '../instruments/carriers-liability-regulations-2002.ts'
import { inForce } from '../provision.ts'
import { dayInBoth, say } from '../words.ts'
import { clockStep, type Explained } from '../step.ts'

/** Time runs from the date on the notice, not from its receipt, and does not roll over a weekend or holiday. */
export function lastDayToObject(issuedOn: CalendarDate): Explained<CalendarDate> {
  const { value: period, under } = inForce(objectionPeriod, issuedOn)
  const value = daysAfter(period.days, issuedOn)
  const [issued, last] = [dayInBoth(issuedOn), dayInBoth(value)]
  const words = say(
    `Notice issued on ${issued.en}. ${period.days} days from that date, not from its receipt, end on ${last.en}.`,
    `Avis émis le ${issued.fr}. ${period.days} jours à compter de cette date, et non de sa réception, prennent fin le ${last.fr}.`,
  )
  return { value, under, steps: [clockStep(words, objectionPeriod)] }
}
