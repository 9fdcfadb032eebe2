import { z } from 'zod'
import type { Clock } from '#platform/clock'
import { newId } from '#platform/identity'
import { hoursAfter } from '#values'
import { blocked, invalid, noPayment, type Headers, type StubAnswer } from './stub-answer.ts'

const refundRequest = z.strictObject({ amount: z.number().int().min(1).max(10_000_000), refund_amount_available: z.number().int().min(1).max(10_000_000).optional() })

export interface KeptRefund {
  readonly refund_id: string
  readonly payment_id: string
  readonly amount: number
  readonly created_date: string
  status: 'submitted' | 'success' | 'error'
}

interface KeptDispute {
  readonly dispute_id: string
  readonly payment_id: string
  readonly amount: number
  readonly created_date: string
  readonly evidence_due_date: string
  readonly reason: string
  status: DisputeAct
}

/** What the payer’s bank may do. */
export const disputeActs = ['needs_response', 'under_review', 'won', 'lost'] as const
export type DisputeAct = (typeof disputeActs)[number]

/** What the card service asks for a lost dispute, in pence. */
const disputeFee = 1500

/** How long it leaves us to give evidence. */
const evidenceHours = 14 * 24

/** A payment in so far as money can go back from it. */
export interface PaidBack {
  readonly id: string
  amount: number
  reference: string
  readonly refunds: KeptRefund[]
  dispute?: KeptDispute
  readonly state: { readonly status: string; readonly finished: boolean }
}

export interface StubMoneyBack {
  refund(headers: Headers, id: string, body: unknown): StubAnswer
  refunds(headers: Headers, id: string): StubAnswer
  disputes(headers: Headers, page: number): StubAnswer
  /** The card’s bank takes what was sent back to it, or does not. */
  settleRefunds(id: string, as: 'success' | 'error'): void
  /** The payer goes to their bank, or the bank decides; false for a payment that was not made. */
  dispute(id: string, as: DisputeAct): boolean
  /** Payments that were made, the latest first: what a person at a demonstration can act on. */
  paid(): readonly { readonly id: string; readonly amount: number; readonly reference: string; readonly dispute?: DisputeAct }[]
}

interface Books<Kept extends PaidBack> {
  readonly payments: ReadonlyMap<string, Kept>
  readonly isKnown: (headers: Headers) => boolean
  readonly tell: (kept: Kept, eventType: string) => void
}

/** Refunds and disputes, in the shapes that are published. */
export function moneyBack<Kept extends PaidBack>(clock: Clock, { payments, isKnown, tell }: Books<Kept>): StubMoneyBack {
  return {
    refund: (headers, id, body) => {
      const [kept, read] = [payments.get(id), refundRequest.safeParse(body)]
      if (!isKnown(headers)) return blocked
      if (kept === undefined) return noPayment
      return read.success ? payBack(kept, read.data, clock.now()) : invalid(read.error)
    },
    refunds: (headers, id) => {
      const kept = payments.get(id)
      if (!isKnown(headers)) return blocked
      return kept === undefined ? noPayment : { status: 200, body: { payment_id: id, _links: {}, _embedded: { refunds: kept.refunds } } }
    },
    disputes: (headers, page) => {
      const results = [...payments.values()].flatMap(({ dispute }) => (dispute === undefined ? [] : [shownDispute(dispute)]))
      return isKnown(headers) ? { status: 200, body: { page, count: results.length, total: results.length, results, _links: {} } } : blocked
    },
    settleRefunds: (id, as) => {
      const kept = payments.get(id)
      for (const refund of kept?.refunds.filter(({ status }) => status === 'submitted') ?? []) {
        refund.status = as
        if (kept !== undefined && as === 'success') tell(kept, 'card_payment_refunded')
      }
    },
    dispute: (id, as) => {
      const kept = payments.get(id)
      if (kept === undefined || kept.state.status !== 'success') return false
      kept.dispute ??= { dispute_id: newId(), payment_id: id, amount: kept.amount, created_date: clock.now(), evidence_due_date: hoursAfter(evidenceHours, clock.now()), reason: 'unrecognised', status: as }
      kept.dispute.status = as
      return true
    },
    paid: () => [...payments.values()].filter(({ state }) => state.status === 'success').toReversed()
      .map(({ id, amount, reference, dispute }) => ({ id, amount, reference, ...(dispute === undefined ? {} : { dispute: dispute.status }) })),
  }
}

/** In the order in which the real one looks: is the payment there to be paid back, is so much left, and is it the amount that the asker saw. */
function payBack(kept: PaidBack, { amount, refund_amount_available: seen }: z.output<typeof refundRequest>, now: string): StubAnswer {
  const left = leftOf(kept)
  if (kept.state.status !== 'success') return { status: 400, body: { code: 'P0603', description: 'The payment is not available for refund. Payment refund status: unavailable' } }
  if (seen !== undefined && seen !== left) return { status: 412, body: { code: 'P0604', description: 'Refund amount available mismatch.' } }
  if (amount > left) return { status: 400, body: { code: 'P0603', description: `The payment is not available for refund. Payment refund status: ${left === 0 ? 'full' : 'amount_not_available'}` } }
  const refund: KeptRefund = { refund_id: newId().replaceAll('-', '').slice(0, 26), payment_id: kept.id, amount, created_date: now, status: 'submitted' }
  kept.refunds.push(refund)
  return { status: 202, body: { ...refund, _links: {} } }
}

export function leftOf({ amount, refunds }: PaidBack): number {
  return amount - refunds.filter(({ status }) => status !== 'error').reduce((sum, refund) => sum + refund.amount, 0)
}

export function refundStanding(kept: PaidBack): string {
  if (kept.state.status !== 'success') return kept.state.finished ? 'unavailable' : 'pending'
  return leftOf(kept) === 0 ? 'full' : 'available'
}

/** The fee and what it comes to are told of a lost one only. */
function shownDispute(dispute: KeptDispute): object {
  if (dispute.status !== 'lost') return dispute
  return { ...dispute, fee: disputeFee, net_amount: -(dispute.amount + disputeFee), settlement_summary: { settled_date: dispute.created_date.slice(0, 10) } }
}
