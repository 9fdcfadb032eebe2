import { firstDayToSell, lastDayToSell, mayAskToSell, maySell, saleNoticeOn, type DetentionPower, type Judged } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, latestDay, type CalendarDate } from '#values'
import { powerOf, type Detention, type DetentionEvent, type LeaveToSell, type Sale, type SaleNotice } from './detention.ts'
import type { DetentionFacts, SecuredDebt } from './may-detain.ts'
import { owedFor } from './release-vehicle.ts'

type Acting<Done> = Done & { readonly facts: DetentionFacts }

/** In the Gazette, in a newspaper and to those addressed: it was given on the last of the three days. */
export function noticeGivenOn({ gazettedOn, newspaperOn, personally }: Pick<SaleNotice, 'gazettedOn' | 'newspaperOn' | 'personally'>): CalendarDate {
  return latestDay(gazettedOn, newspaperOn, ...(personally === null ? [] : [personally.receivedOn])) ?? gazettedOn
}

/** Notice that it is to be sold, once again when the first was not right. */
export function giveSaleNotice(detention: Detention | undefined, { facts, ...notice }: Acting<SaleNotice>): Decision<DetentionEvent> {
  const stopped = stops(detention, facts)
  if (stopped !== undefined) return refuse(stopped)
  if (isAfter(noticeGivenOn({ ...notice, personally: null }), facts.today) || (notice.personally !== null && isAfter(notice.personally.sentOn, facts.today))) return refuse('step-in-future')
  if (notice.personally === null && notice.why.trim() === '') return refuse('say-why-nobody-was-told')
  return announce({ type: 'sale-notice-given', notice, under: saleNoticeOn(notice.on).under })
}

/** Judged on the day on which the court was asked. */
export function recordLeave(detention: Detention | undefined, { facts, isLiableToSale, ...leave }: Acting<LeaveToSell> & { readonly isLiableToSale: boolean }): Decision<DetentionEvent> {
  const stopped = stops(detention, facts)
  if (stopped !== undefined || detention === undefined) return refuse(stopped ?? 'no-such-detention')
  if (isAfter(leave.on, facts.today) || isBefore(leave.on, leave.askedOn)) return refuse('step-in-future')
  const judged = mayAskFor(detention, facts, { on: leave.askedOn, isLiableToSale })
  return judged?.value === true ? announce({ type: 'leave-to-sell-given', leave, under: judged.under }) : refuse('sale-not-allowed', judged?.under)
}

export function recordSale(detention: Detention | undefined, { facts, ...sale }: Acting<Sale>): Decision<DetentionEvent> {
  const stopped = stops(detention, facts)
  if (stopped !== undefined || detention === undefined) return refuse(stopped ?? 'no-such-detention')
  if (isAfter(sale.on, facts.today)) return refuse('step-in-future')
  const judged = maySellOn(detention, facts, sale.on)
  return judged?.value === true ? announce({ type: 'vehicle-sold', sale, under: judged.under }) : refuse('sale-not-allowed', judged?.under)
}

/** Whether leave may be asked for, on that day; undefined for a vehicle that nobody may sell. */
export function mayAskFor(detention: Detention, facts: DetentionFacts, { on, isLiableToSale }: { readonly on: CalendarDate; readonly isLiableToSale: boolean }): Judged | undefined {
  const time = timeOf(detention, facts, on)
  const shown = [...(owedFor(detention, facts.debts) > 0 ? ['due', 'unpaid'] : []), ...(isLiableToSale ? ['liable-to-sale'] : [])]
  return time && mayAskToSell({ ...time, shown, noticeGivenOn: detention.saleNotice === null ? null : noticeGivenOn(detention.saleNotice) })
}

export function maySellOn(detention: Detention, facts: DetentionFacts, on: CalendarDate): Judged | undefined {
  const time = timeOf(detention, facts, on)
  return time && maySell({ ...time, leave: courtOf(detention) })
}

/** From when it may be sold, and the last day on which it may; undefined while it is held provisionally. */
export function saleDaysOf(detention: Detention, { debts }: Pick<DetentionFacts, 'debts'>) {
  const power = powerOf(detention)
  const conductOn = conductOf(detention, debts)
  if (power === undefined || conductOn === undefined) return undefined
  const from = firstDayToSell(power, detention.detainedOn)
  return { from, until: lastDayToSell(from.value, conductOn, courtOf(detention) ?? undefined) }
}

function timeOf(detention: Detention, { debts }: DetentionFacts, on: CalendarDate) {
  const power: DetentionPower | undefined = powerOf(detention)
  const conductOn = conductOf(detention, debts)
  if (power === undefined || conductOn === undefined) return undefined
  return { power, conductOn, detainedOn: detention.detainedOn, on, appealOpen: debtsOf(detention, debts).some(({ appealOpen }) => appealOpen) }
}

function courtOf({ leave }: Pick<Detention, 'leave'>) {
  return leave && { askedOn: leave.askedOn, answeredOn: leave.on }
}

function conductOf(detention: Detention, debts: readonly SecuredDebt[]): CalendarDate | undefined {
  return debtsOf(detention, debts)[0]?.penalty.responsibleOn
}

export function debtsOf({ penaltyIds }: Pick<Detention, 'penaltyIds'>, debts: readonly SecuredDebt[]): readonly SecuredDebt[] {
  return debts.filter(({ penalty }) => penaltyIds.includes(penalty.id))
}

/** What stops every step of a sale, whatever the law’s days say. */
function stops(detention: Detention | undefined, { debts }: DetentionFacts): string | undefined {
  if (detention === undefined) return 'no-such-detention'
  if (detention.stage !== 'held') return 'vehicle-not-held'
  if (detention.heldUnder === 'provisional') return 'held-provisionally'
  if (owedFor(detention, debts) <= 0) return 'need-owed'
  return debtsOf(detention, debts).some(({ standstills }) => standstills.length > 0) ? 'need-not-held' : undefined
}
