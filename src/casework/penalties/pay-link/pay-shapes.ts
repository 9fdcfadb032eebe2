import { z } from 'zod'
import { day, isDay } from '#values'
import { disputeStatuses } from './card-dispute.ts'
import type { CardStatus } from './card-payment.ts'

/** A payment as GOV.UK Pay publishes it (public API 1.0.3), in so far as we read it; what it adds later does no harm. */
export const payPayment = z.object({
  payment_id: z.string().min(1).max(64),
  amount: z.number().int().min(1).max(10_000_000),
  reference: z.string().max(255),
  state: z.object({ status: z.string(), finished: z.boolean(), code: z.string().optional() }),
  refund_summary: z.object({ status: z.string(), amount_available: z.number().int() }).optional(),
  _links: z.object({ next_url: z.object({ href: z.url() }).nullish() }).optional(),
})
export type PayPayment = z.output<typeof payPayment>

/** A refund, as a payment lists it, as it is asked for, and as a message tells of it. */
export const payRefund = z.object({
  refund_id: z.string().min(1).max(64),
  amount: z.number().int().min(1).max(10_000_000),
  status: z.enum(['submitted', 'success', 'error']),
  payment_id: z.string().max(64).optional(),
})
export type PayRefund = z.output<typeof payRefund>

/** `GET /v1/payments/ID/refunds`. */
export const payRefunds = z.object({ _embedded: z.object({ refunds: z.array(payRefund) }) }).transform(({ _embedded: { refunds } }) => refunds)

/** The day of a moment, which is written in UTC. */
const dayOfMoment = z.string().max(64).transform((moment) => moment.slice(0, 10)).refine(isDay).transform(day)

/** `GET /v1/disputes`, a page of at most 500. No message is published that tells of disputes, so they are searched for. */
export const payDisputes = z.object({
  total: z.number().int().min(0),
  results: z.array(z.object({
    dispute_id: z.string().min(1).max(64),
    payment_id: z.string().min(1).max(64),
    amount: z.number().int().min(1).max(10_000_000),
    fee: z.number().int().min(0).max(10_000_000).nullish(),
    reason: z.string().max(64),
    status: z.enum(disputeStatuses).catch('needs_response'),
    created_date: dayOfMoment,
    evidence_due_date: dayOfMoment.nullish(),
  })),
})
export type PayDispute = z.output<typeof payDisputes>['results'][number]

const aboutPayment = z.object({ resource_type: z.literal('payment'), resource: payPayment })
const aboutRefund = z.object({ resource_type: z.literal('refund'), resource: payRefund.extend({ payment_id: z.string().min(1).max(64) }) })

/** Its webhook: the guide calls the message's number `id` in one place and `webhook_message_id` in another, so both are taken. */
export const payMessage = z
  .object({
    webhook_message_id: z.string().min(1).max(64).optional(),
    id: z.string().min(1).max(64).optional(),
    resource_id: z.string().max(64),
    event_type: z.string().max(64),
  })
  .and(z.discriminatedUnion('resource_type', [aboutPayment, aboutRefund]))
  .transform(({ webhook_message_id: numbered, id, event_type: event, resource_type: type, resource }, ctx) => {
    const messageId = numbered ?? id
    if (messageId === undefined) ctx.addIssue({ code: 'custom', message: 'The message has no number' })
    const payment = type === 'payment' ? resource : undefined
    return { messageId: messageId ?? '', providerId: resource.payment_id, payment, isOfRefund: type === 'refund' || event === 'card_payment_refunded' }
  })
export type PayMessage = z.output<typeof payMessage>

const ours: Readonly<Record<string, CardStatus>> = {
  created: 'created', started: 'started', submitted: 'submitted', capturable: 'capturable', success: 'success', failed: 'failed', cancelled: 'cancelled', error: 'error',
}

/** A status that is not published is taken for no news. */
export function statusOf({ state }: Pick<PayPayment, 'state'>): CardStatus | undefined {
  return ours[state.status]
}
