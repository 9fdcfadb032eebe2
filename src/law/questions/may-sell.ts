import type { CalendarDate } from '#values'
import { leaveToSell, noSaleWhileAppealOpen, salePeriod } from '../instruments/immigration-and-asylum-act-1999-detention.ts'
import { saleAfterDefaultPeriod, saleLapse, saleNoticePeriod } from '../instruments/carriers-liability-regulations-2002-sale.ts'
import { inForce, type Answer } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { dayInBoth, say } from '../words.ts'
import { allOf, condition, type Condition, type Judged } from './condition.ts'
import { firstDayToApplyForSale } from './first-day-to-apply-for-sale.ts'
import { firstDayToSell, type DetentionPower } from './first-day-to-sell.ts'
import { lastDayToSell, type BeforeTheCourt } from './sale-lapse.ts'

export interface TimeToSell {
  readonly power: DetentionPower
  readonly conductOn: CalendarDate
  readonly detainedOn: CalendarDate
  /** The day for which it is asked. */
  readonly on: CalendarDate
  readonly appealOpen: boolean
}

export interface ToSell extends TimeToSell {
  /** In the Gazette, in a newspaper and to those addressed; null while it has not been given. */
  readonly noticeGivenOn: CalendarDate | null
  /** What has to be shown to the court, by the names of `leaveToSell`. */
  readonly shown: readonly string[]
}

/** Whether a court may be asked, on that day, for leave to sell a detained vehicle. Nothing is ever sold without it. */
export function mayAskToSell({ noticeGivenOn, shown, ...time }: ToSell): Judged {
  const fromNotice = noticeGivenOn === null ? null : firstDayToApplyForSale(noticeGivenOn).value
  return allOf([
    ...inTime(time),
    condition(fromNotice !== null && time.on >= fromNotice, say('Notice of the sale was given long enough ago.', 'L’avis de vente a été donné assez tôt.'), saleNoticePeriod),
    ...shownToTheCourt(time.on).value.map(({ id, words }) => condition(shown.includes(id), say(`It can be shown that ${words.en}.`, `Il peut être démontré que ${words.fr}.`), leaveToSell)),
  ])
}

/** Whether it may be sold on that day, once the court has answered. */
export function maySell({ leave, ...time }: TimeToSell & { readonly leave: BeforeTheCourt | null }): Judged {
  const given = condition(leave !== null, say('The court has given leave to sell.', 'Le tribunal a autorisé la vente.'), leaveToSell)
  return allOf([given, ...inTime(time, leave ?? undefined)])
}

/** What a court asks to be shown before it gives leave. */
export function shownToTheCourt(on: CalendarDate): Answer<readonly Requirement[]> {
  return inForce(leaveToSell, on)
}

function inTime({ power, conductOn, detainedOn, on, appealOpen }: TimeToSell, court?: BeforeTheCourt): readonly Condition[] {
  const first = firstDayToSell(power, detainedOn).value
  const last = lastDayToSell(first, conductOn, court).value
  const [from, until] = [dayInBoth(first), dayInBoth(last)]
  return [
    condition(on >= first, say(`The period has run: a sale is possible from ${from.en}.`, `La période est écoulée : la vente est possible à partir du ${from.fr}.`), power === '36' ? salePeriod : saleAfterDefaultPeriod),
    condition(on <= last, say(`The power has not lapsed: its last day is ${until.en}.`, `Le pouvoir n’est pas éteint : son dernier jour est le ${until.fr}.`), saleLapse),
    condition(!appealOpen, say('No appeal is pending or can still be brought.', 'Aucun appel n’est pendant ni encore possible.'), noSaleWhileAppealOpen),
  ]
}
