import { noPence, pence, subtractPence, type CalendarDate, type Pence } from '#values'
import { saleNoticeContent, proceedsOfSale } from '../instruments/carriers-liability-regulations-2002-sale.ts'
import type { SaleClaim } from '../challenge.ts'
import { inForce, type Answer } from '../provision.ts'
import type { Requirement } from '../requirement.ts'

export interface Shares {
  readonly paid: readonly { readonly claim: SaleClaim; readonly pence: Pence }[]
  /** For those whose interests ended with the sale. */
  readonly surplus: Pence
}

/** What a sale brings, shared in the order of the regulation: nothing for a later claim before the earlier ones are met. */
export function shareProceeds(brought: Pence, claims: Readonly<Partial<Record<SaleClaim, Pence>>>, soldOn: CalendarDate): Answer<Shares> {
  const { value: order, under } = inForce(proceedsOfSale, soldOn)
  let left = brought
  const paid = order.map((claim) => {
    const share = pence(Math.min(left, claims[claim] ?? noPence))
    left = subtractPence(left, share)
    return { claim, pence: share }
  })
  return { value: { paid, surplus: left }, under }
}

/** Where notice of a sale is given, to whom, and what it says. */
export function saleNoticeOn(on: CalendarDate): Answer<readonly Requirement[]> {
  return inForce(saleNoticeContent, on)
}
