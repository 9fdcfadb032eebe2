import type { CalendarDate } from '#values'
import { leaveToSell, noSaleWhileAppealOpen, salePeriod } from '../instruments/immigration-and-asylum-act-1999-detention.ts'
import { saleAfterDefaultPeriod, saleLapse, saleNoticePeriod } from '../instruments/carriers-liability-regulations-2002-sale.ts'
import { inForce } from '../provision.ts'
import { dayInBoth, say } from '../words.ts'
import { allOf, condition, type Judged } from './condition.ts'
import { firstDayToApplyForSale } from './first-day-to-apply-for-sale.ts'
import { firstDayToSell, type DetentionPower } from './first-day-to-sell.ts'
import { lastDayToSell } from './sale-lapse.ts'

export interface ToSell {
  readonly power: DetentionPower
  readonly conductOn: CalendarDate
  readonly detainedOn: CalendarDate
  /** The day for which it is asked. */
  readonly on: CalendarDate
  readonly appealOpen: boolean
  /** In the Gazette, in a newspaper and to those addressed; null while it has not been given. */
  readonly noticeGivenOn: CalendarDate | null
  /** What has to be shown to the court, by the names of `leaveToSell`. */
  readonly shown: readonly string[]
}

/** Whether a court may be asked, on that day, for leave to sell a detained vehicle. Nothing is ever sold without it. */
export function mayAskToSell({ power, conductOn, detainedOn, on, appealOpen, noticeGivenOn, shown }: ToSell): Judged {
  const first = firstDayToSell(power, detainedOn).value
  const last = lastDayToSell(first, conductOn).value
  const fromNotice = noticeGivenOn === null ? null : firstDayToApplyForSale(noticeGivenOn).value
  const [from, until] = [dayInBoth(first), dayInBoth(last)]
  return allOf([
    condition(on >= first, say(`The period has run: a sale is possible from ${from.en}.`, `La période est écoulée : la vente est possible à partir du ${from.fr}.`), power === '36' ? salePeriod : saleAfterDefaultPeriod),
    condition(on <= last, say(`The power has not lapsed: its last day is ${until.en}.`, `Le pouvoir n’est pas éteint : son dernier jour est le ${until.fr}.`), saleLapse),
    condition(!appealOpen, say('No appeal is pending or can still be brought.', 'Aucun appel n’est pendant ni encore possible.'), noSaleWhileAppealOpen),
    condition(fromNotice !== null && on >= fromNotice, say('Notice of the sale was given long enough ago.', 'L’avis de vente a été donné assez tôt.'), saleNoticePeriod),
    ...inForce(leaveToSell, on).value.map(({ id, words }) => condition(shown.includes(id), say(`It can be shown that ${words.en}.`, `Il peut être démontré que ${words.fr}.`), leaveToSell)),
  ])
}
