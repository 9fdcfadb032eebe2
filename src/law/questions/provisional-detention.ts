import { hoursAfter, london, timeOfDay, dayOf, type Instant } from '#values'
import { provisionalDetention } from '../instruments/immigration-and-asylum-act-1999-detention.ts'
import { inForce } from '../provision.ts'
import { dayInBoth, say } from '../words.ts'
import { clockStep, type Explained } from '../step.ts'

/** Hours run through nights, weekends and changes of the clocks: the moment is exact. */
export function lastMomentOfProvisionalDetention(firstSearchEndedAt: Instant): Explained<Instant> {
  const { value: limit, under } = inForce(provisionalDetention, dayOf(firstSearchEndedAt))
  const value = hoursAfter(limit.hours, firstSearchEndedAt)
  const ended = momentInBoth(firstSearchEndedAt)
  const last = momentInBoth(value)
  const words = say(
    `The first search after arrival ended at ${ended.en}. Without a notice, detention ends when no longer needed and never after ${limit.hours} hours: ${last.en}.`,
    `La première fouille après l’arrivée a pris fin à ${ended.fr}. Sans avis, la retenue cesse dès qu’elle est inutile, jamais après ${limit.hours} heures : ${last.fr}.`,
  )
  return { value, under, steps: [clockStep(words, provisionalDetention)] }
}

function momentInBoth(at: Instant): { readonly en: string; readonly fr: string } {
  const time = timeOfDay(at, london)
  const on = dayInBoth(dayOf(at))
  return say(`${time} London time on ${on.en}`, `${time}, heure de Londres, le ${on.fr}`)
}
