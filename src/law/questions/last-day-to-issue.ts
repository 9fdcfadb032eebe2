import { daysAfter, type CalendarDate } from '#values'
import { issuePeriod } from '../instruments/carriers-liability-regulations-2002.ts'
import { citationOf, inForce, isInForce } from '../provision.ts'
import { dayInBoth, say } from '../words.ts'
import { clockStep, type Explained } from '../step.ts'

/**
 * Null for conduct before 13 February 2023, when no limit existed. Otherwise the first day is day 1, so the last is one day short of the count later.
 * `lawOf` is the day whose law applies, where that is another than the day itself; the days are counted from the day itself all the same.
 */
export function lastDayToIssue(responsibleOn: CalendarDate, lawOf: CalendarDate = responsibleOn): Explained<CalendarDate | null> {
  const under = [citationOf(issuePeriod)]
  const began = dayInBoth(responsibleOn)
  if (!isInForce(issuePeriod, lawOf)) {
    const words = say(`Became responsible on ${began.en}: no limit existed for conduct before 13 February 2023.`, `Responsable depuis le ${began.fr} : aucun délai n’existait avant le 13 février 2023.`)
    return { value: null, under, steps: [clockStep(words, issuePeriod)] }
  }
  const { days } = inForce(issuePeriod, lawOf).value
  const value = daysAfter(days - 1, responsibleOn)
  const last = dayInBoth(value)
  const counted = say(
    `Became responsible on ${began.en}, which is day 1 of ${days}. The last day to issue a notice is ${last.en}.`,
    `Responsable le ${began.fr}, premier jour sur ${days}. Dernier jour pour émettre un avis : ${last.fr}.`,
  )
  return { value, under, steps: [clockStep(counted, issuePeriod), clockStep(noEntrantFound, issuePeriod)] }
}

const noEntrantFound = say(
  'Where nobody was found (section 31A), the day the vehicle arrived insecure is used, for want of other words in the regulation.',
  'Si personne n’a été trouvé (article 31A), le jour d’arrivée du véhicule non sécurisé est retenu, faute d’autre texte.',
)
