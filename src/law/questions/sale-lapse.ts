import { daysAfter, daysBetween, type CalendarDate } from '#values'
import { saleLapse } from '../instruments/carriers-liability-regulations-2002-sale.ts'
import { inForce } from '../provision.ts'
import { dayInBoth, say } from '../words.ts'
import { clockStep, type Explained } from '../step.ts'

/** How long a court had the question whether to give leave. */
export interface BeforeTheCourt {
  readonly askedOn: CalendarDate
  readonly answeredOn: CalendarDate
}

/** The days are those of the law of the conduct: 60 before 13 February 2023, 80 since. Days that a court took to answer are added. */
export function lastDayToSell(firstDay: CalendarDate, conductOn: CalendarDate, court?: BeforeTheCourt): Explained<CalendarDate> {
  const { value: period, under } = inForce(saleLapse, conductOn)
  const notCounted = court === undefined ? 0 : daysBetween(court.askedOn, court.answeredOn)
  const value = daysAfter(period.days + notCounted, firstDay)
  const [first, last] = [dayInBoth(firstDay), dayInBoth(value)]
  const [waited, waitedFr] = court === undefined
    ? ['Time while the court considers leave is not counted.', 'Le temps d’examen par le tribunal n’est pas compté.']
    : [`The ${notCounted} days in which the court considered leave are not counted.`, `Les ${notCounted} jours d’examen par le tribunal ne sont pas comptés.`]
  const words = say(
    `The power of sale could first be used on ${first.en}. It lapses ${period.days} days after: the last day is ${last.en}. ${waited}`,
    `Le pouvoir de vente naît le ${first.fr}. Il s’éteint ${period.days} jours après : dernier jour, ${last.fr}. ${waitedFr}`,
  )
  return { value, under, steps: [clockStep(words, saleLapse)] }
}
