import { daysAfter, isAfter, type CalendarDate } from '#values'
import { decisionPeriod } from '../instruments/carriers-liability-regulations-2002.ts'
import { agreedDecisionTime } from '../instruments/immigration-and-asylum-act-1999-notices.ts'
import { citationOf, inForce } from '../provision.ts'
import { dayInBoth, say } from '../words.ts'
import { clockStep, type ClockStep, type Explained } from '../step.ts'

/** Counted from the issue of the notice, however late in the 28 days the objection came; only an agreed time moves it, and only later. */
export function lastDayToDecide(issuedOn: CalendarDate, agreedUntil?: CalendarDate): Explained<CalendarDate> {
  const { value: period, under } = inForce(decisionPeriod, issuedOn)
  const usual = daysAfter(period.days, issuedOn)
  const [issued, last] = [dayInBoth(issuedOn), dayInBoth(usual)]
  const words = say(
    `${period.days} days from the issue of the notice on ${issued.en}, not from the receipt of the objection, end on ${last.en}.`,
    `${period.days} jours à compter de l’émission de l’avis le ${issued.fr}, et non de la réception de l’objection, prennent fin le ${last.fr}.`,
  )
  const steps = [clockStep(words, decisionPeriod)]
  if (agreedUntil === undefined) return { value: usual, under, steps }

  const isLonger = isAfter(agreedUntil, usual)
  return { value: isLonger ? agreedUntil : usual, under: [...under, citationOf(agreedDecisionTime)], steps: [...steps, agreedStep(agreedUntil, isLonger)] }
}

function agreedStep(agreedUntil: CalendarDate, isLonger: boolean): ClockStep {
  const until = dayInBoth(agreedUntil)
  const words = isLonger
    ? say(`The objector agreed to a longer time, until ${until.en}.`, `L’opposant a accepté un délai plus long, jusqu’au ${until.fr}.`)
    : say(`The agreed day, ${until.en}, is not longer, so it changes nothing.`, `Le jour convenu, ${until.fr}, n’est pas plus tardif : rien ne change.`)
  return clockStep(words, agreedDecisionTime)
}
