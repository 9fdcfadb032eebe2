import { shareProceeds } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import { addPence, isAfter, isBefore, pence, subtractPence, type CalendarDate, type Pence } from '#values'
import { openExpenses, openPart, type Detention, type DetentionEvent, type PaidOut, type Proceeds } from './detention.ts'
import type { SecuredDebt } from './may-detain.ts'
import { debtsOf } from './sell-vehicle.ts'

export interface Sharing extends Pick<Proceeds, 'broughtPence' | 'reference' | 'on' | 'by'> {
  /** Duty and tax found due on the import. */
  readonly dutiesPence: Pence
  readonly debts: readonly SecuredDebt[]
  readonly today: CalendarDate
}

/** What reached our bank is shared in the order of the regulation, by another officer than the one who recorded the sale. */
export function takeProceeds(detention: Detention | undefined, { dutiesPence, debts, today, ...brought }: Sharing): Decision<DetentionEvent> {
  if (detention === undefined) return refuse('no-such-detention')
  if (detention.stage !== 'sold' || detention.sale === null || detention.proceeds !== null) return refuse('nothing-sold')
  if (brought.broughtPence <= 0) return refuse('nothing-paid')
  if (isAfter(brought.on, today)) return refuse('paid-in-future')
  if (isBefore(brought.on, detention.sale.on)) return refuse('paid-before-the-sale')
  if (detention.sale.by.officerId === brought.by.officerId) return refuse('sold-by-the-same-person')
  const penaltiesPence = addPence(...debtsOf(detention, debts).map(({ owedPence }) => owedPence))
  const { value, under } = shareProceeds(brought.broughtPence, { expenses: openExpenses(detention), penalties: penaltiesPence, duties: dutiesPence }, detention.sale.on)
  return announce({ type: 'proceeds-shared', proceeds: { ...brought, paid: value.paid, surplusPence: value.surplus }, under })
}

/** The part for penalties, set against each in the order in which their notices were issued. */
export function toEachPenalty({ paid }: Pick<Proceeds, 'paid'>, debts: readonly SecuredDebt[]): readonly { readonly penaltyId: string; readonly amountPence: Pence }[] {
  let left = paid.find(({ claim }) => claim === 'penalties')?.pence ?? pence(0)
  const inOrder = debts.toSorted((one, other) => (issuedOn(one) < issuedOn(other) ? -1 : 1))
  return inOrder.flatMap(({ penalty, owedPence }) => {
    const amountPence = pence(Math.min(left, owedPence))
    left = subtractPence(left, amountPence)
    return amountPence === 0 ? [] : [{ penaltyId: penalty.id, amountPence }]
  })
}

function issuedOn({ penalty }: SecuredDebt): string {
  return penalty.notices[0]?.issuedOn ?? ''
}

/** A part that is not ours leaves the bank: never more than is open, and never by the officer who shared it out. */
export function payOut(detention: Detention | undefined, paidOut: PaidOut, today: CalendarDate): Decision<DetentionEvent> {
  if (detention === undefined) return refuse('no-such-detention')
  if (detention.proceeds === null) return refuse('nothing-sold')
  if (paidOut.amountPence <= 0) return refuse('nothing-paid')
  if (paidOut.amountPence > openPart(detention, paidOut.part)) return refuse('more-than-that-part')
  if (isAfter(paidOut.on, today)) return refuse('paid-in-future')
  if (detention.proceeds.by.officerId === paidOut.by.officerId) return refuse('shared-by-the-same-person')
  if (detention.paidOut.some(({ reference }) => reference === paidOut.reference)) return refuse('paid-out-reference-used')
  return announce({ type: 'proceeds-paid-out', paidOut })
}
