import { daysAfter, type CalendarDate } from '#values'
import { saleAfterDefaultPeriod } from '../instruments/carriers-liability-regulations-2002-sale.ts'
import { detentionInDefault, noSaleWhileAppealOpen, salePeriod } from '../instruments/immigration-and-asylum-act-1999-detention.ts'
import { citationOf, inForce } from '../provision.ts'
import { dayInBoth, say } from '../words.ts'
import { clockStep, type ClockStep, type Explained } from '../step.ts'

/** `36`: detained as security when the notice was issued. `36A`: detained because the penalty was not paid in time. */
export type DetentionPower = '36' | '36A'

export function firstDayToSell(power: DetentionPower, detainedOn: CalendarDate): Explained<CalendarDate> {
  return power === '36' ? sellAfterSecurity(detainedOn) : sellAfterDefault(detainedOn)
}

/** Beginning with the day of detention, so that day is day 1. */
function sellAfterSecurity(detainedOn: CalendarDate): Explained<CalendarDate> {
  const { value: period, under } = inForce(salePeriod, detainedOn)
  const value = daysAfter(period.days, detainedOn)
  const [began, ends, first] = [detainedOn, daysAfter(-1, value), value].map(dayInBoth)
  const words = say(
    `Detained on ${began?.en}, which is day 1 of ${period.days}. The period ends on ${ends?.en}; a sale is possible from ${first?.en}.`,
    `Retenu le ${began?.fr}, premier jour sur ${period.days}. La période prend fin le ${ends?.fr} ; la vente est possible à partir du ${first?.fr}.`,
  )
  return { value, under: [...under, citationOf(noSaleWhileAppealOpen)], steps: [clockStep(words, salePeriod), ...conditions('36', detainedOn)] }
}

/** From the day of detention, so the day after is day 1. */
function sellAfterDefault(detainedOn: CalendarDate): Explained<CalendarDate> {
  const { value: period, under } = inForce(saleAfterDefaultPeriod, detainedOn)
  const value = daysAfter(period.days + 1, detainedOn)
  const [began, ends, first] = [detainedOn, daysAfter(-1, value), value].map(dayInBoth)
  const words = say(
    `Detained on ${began?.en} for non-payment. ${period.days} days from then end on ${ends?.en}; a sale is possible from ${first?.en}.`,
    `Retenu le ${began?.fr} pour défaut de paiement. ${period.days} jours à compter de ce jour prennent fin le ${ends?.fr} ; la vente est possible à partir du ${first?.fr}.`,
  )
  return { value, under: [...under, citationOf(noSaleWhileAppealOpen)], steps: [clockStep(words, saleAfterDefaultPeriod), ...conditions('36A', detainedOn)] }
}

function conditions(power: DetentionPower, detainedOn: CalendarDate): readonly ClockStep[] {
  inForce(noSaleWhileAppealOpen, detainedOn)
  const noAppeal = say(
    'No sale while an appeal is pending or can still be brought, and only with the leave of the court.',
    'Aucune vente tant qu’un appel est pendant ou possible, et seulement avec l’autorisation du tribunal.',
  )
  const noDetention = say('This detention itself may not begin while an appeal is pending or can still be brought.', 'Cette retenue elle-même ne peut commencer tant qu’un appel est pendant ou possible.')
  const steps = [clockStep(noAppeal, noSaleWhileAppealOpen)]
  return power === '36A' ? [...steps, clockStep(noDetention, detentionInDefault)] : steps
}
