import { z } from 'zod'
import type { CardStatus } from './card-payment.ts'

/** A payment as GOV.UK Pay publishes it (public API 1.0.3), in so far as we read it; what it adds later does no harm. */
export const payPayment = z.object({
  payment_id: z.string().min(1).max(64),
  amount: z.number().int().min(1).max(10_000_000),
  reference: z.string().max(255),
  state: z.object({ status: z.string(), finished: z.boolean(), code: z.string().optional() }),
  _links: z.object({ next_url: z.object({ href: z.url() }).nullish() }).optional(),
})
export type PayPayment = z.output<typeof payPayment>

/** Its webhook: the guide calls the message's number `id` in one place and `webhook_message_id` in another, so both are taken. */
export const payMessage = z
  .object({
    webhook_message_id: z.string().min(1).max(64).optional(),
    id: z.string().min(1).max(64).optional(),
    resource_id: z.string().max(64),
    resource_type: z.literal('payment'),
    event_type: z.string().max(64),
    resource: payPayment,
  })
  .transform(({ webhook_message_id: numbered, id, ...message }, ctx) => {
    const messageId = numbered ?? id
    if (messageId === undefined) ctx.addIssue({ code: 'custom', message: 'The message has no number' })
    return { ...message, messageId: messageId ?? '' }
  })

const ours: Readonly<Record<string, CardStatus>> = {
  created: 'created', started: 'started', submitted: 'submitted', capturable: 'capturable', success: 'success', failed: 'failed', cancelled: 'cancelled', error: 'error',
}

/** A status that is not published is taken for no news. */
export function statusOf({ state }: Pick<PayPayment, 'state'>): CardStatus | undefined {
  return ours[state.status]
}
