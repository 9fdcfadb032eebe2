import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, noPence, type CalendarDate, type Pence } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { Appeal, AppealCostsPaid } from './appeal.ts'

export interface SettlingCosts {
  readonly amountPence: Pence
  readonly on: CalendarDate
  /** The bank's own, so that one payment is recorded once. */
  readonly reference: string
  readonly paidBy: Named
  readonly openPence: Pence
  /** What the ledger says our bank holds: nothing can leave it that has not come in. */
  readonly inBankPence: Pence
  readonly today: CalendarDate
}

/** Never more than is open, and never by the officer who concluded the appeal: two people where money leaves. */
export function settleCosts(appeal: Appeal | undefined, { amountPence, on, reference, paidBy, openPence, inBankPence, today }: SettlingCosts): Decision<AppealCostsPaid> {
  if (appeal === undefined) return refuse('no-such-appeal')
  const { conclusion, costsPaid } = appeal
  if (conclusion === null || openPence === noPence) return refuse('no-costs-open')
  if (amountPence <= noPence) return refuse('nothing-paid')
  if (amountPence > openPence) return refuse('more-than-the-costs')
  if (conclusion.costs.whoPays === 'we-pay' && amountPence > inBankPence) return refuse('bank-holds-less')
  if (isAfter(on, today)) return refuse('paid-in-future')
  if (isBefore(on, conclusion.on)) return refuse('paid-before-concluded')
  if (conclusion.concludedBy.officerId === paidBy.officerId) return refuse('concluded-by-the-same-person')
  if (costsPaid.some((paid) => paid.reference === reference)) return refuse('costs-reference-used')
  return announce({ type: 'appeal-costs-paid', paid: { amountPence, on, reference, by: paidBy } })
}
