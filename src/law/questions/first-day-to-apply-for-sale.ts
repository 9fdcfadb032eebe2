import { daysAfter, type CalendarDate } from '#values'
import { saleNoticePeriod } from '../instruments/carriers-liability-regulations-2002-sale.ts'
import { clockStep, type Explained } from '../step.ts'
import { inForce } from '../provision.ts'
import { dayInBoth, say } from '../words.ts'

/** The court may be asked for leave to sell when at least this much notice has been given: in the Gazette, in a newspaper and to those addressed. */
export function firstDayToApplyForSale(noticeGivenOn: CalendarDate): Explained<CalendarDate> {
  const { value: period, under } = inForce(saleNoticePeriod, noticeGivenOn)
  const value = daysAfter(period.days, noticeGivenOn)
  const [given, first] = [dayInBoth(noticeGivenOn), dayInBoth(value)]
  const words = say(
    `Notice of the sale given on ${given.en}. At least ${period.days} days later, from ${first.en}, the court may be asked for leave to sell.`,
    `Avis de vente donné le ${given.fr}. Au moins ${period.days} jours plus tard, à partir du ${first.fr}, l’autorisation du tribunal peut être demandée.`,
  )
  return { value, under, steps: [clockStep(words, saleNoticePeriod)] }
}
