import { daysAfter, type CalendarDate } from '#values'
import { appealPeriod } from '../instruments/appeals-practice-direction-52d.ts'
import { rightOfAppeal } from '../instruments/immigration-and-asylum-act-1999-notices.ts'
import { citationOf, inForce } from '../provision.ts'
import { dayInBoth, daysInBoth, say, tell } from '../words.ts'
import { clockStep, type Explained } from '../step.ts'

/** From the notice, or from the decision on an objection. Nobody is told that they are out of time before a person has looked. */
export function lastDayToAppeal(from: CalendarDate): Explained<CalendarDate> {
  const { value: period, under } = inForce(appealPeriod, from)
  const value = daysAfter(period.days, from)
  const words = tell('appeal-by', { days: daysInBoth(period.days), from: dayInBoth(from), last: dayInBoth(value) })
  return { value, under: [...under, citationOf(rightOfAppeal)], steps: [clockStep(tell('appeal-lies'), rightOfAppeal), clockStep(words, appealPeriod)] }
}

/** The last day on the other reading, for the person who decides. */
export function olderLastDayToAppeal(from: CalendarDate): Explained<CalendarDate> {
  const { value: period, under } = inForce(appealPeriod, from)
  const value = daysAfter(period.olderDays, from)
  const last = dayInBoth(value)
  const words = say(`On the older ${period.olderDays} days it would be ${last.en}.`, `Selon l’ancien délai de ${period.olderDays} jours, ce serait le ${last.fr}.`)
  return { value, under, steps: [clockStep(words, appealPeriod)] }
}
