import { daysAfter, type CalendarDate } from '#values'
import { saleLapse } from '../instruments/carriers-liability-regulations-2002-sale.ts'
import { inForce } from '../provision.ts'
import { dayInBoth, say } from '../words.ts'
import { clockStep, type Explained } from '../step.ts'

/** The days are those of the law of the conduct: 60 before 13 February 2023, 80 since. */
export function lastDayToSell(firstDay: CalendarDate, conductOn: CalendarDate): Explained<CalendarDate> {
  const { value: period, under } = inForce(saleLapse, conductOn)
  const value = daysAfter(period.days, firstDay)
  const [first, last] = [dayInBoth(firstDay), dayInBoth(value)]
  const words = say(
    `The power of sale could first be used on ${first.en}. It lapses ${period.days} days after: the last day is ${last.en}. Time while the court considers leave is not counted.`,
    `Le pouvoir de vente naît le ${first.fr}. Il s’éteint ${period.days} jours après : dernier jour, ${last.fr}. Le temps d’examen par le tribunal n’est pas compté.`,
  )
  return { value, under, steps: [clockStep(words, saleLapse)] }
}
