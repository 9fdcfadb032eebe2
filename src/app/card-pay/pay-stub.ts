import { z } from 'zod'
import type { Clock } from '#platform/clock'
import { newId } from '#platform/identity'
import { leftOf, moneyBack, refundStanding, type PaidBack, type StubMoneyBack } from './money-back.ts'
import { blocked, invalid, noPayment, type Headers, type StubAnswer } from './stub-answer.ts'

const request = z.strictObject({
  amount: z.number().int().min(1).max(10_000_000),
  reference: z.string().min(1).max(255),
  description: z.string().min(1).max(255),
  return_url: z.url().max(2000),
  language: z.enum(['en', 'cy']).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
})
type Asked = z.output<typeof request>

interface Kept extends Asked, PaidBack {
  readonly createdAt: string
  state: { status: string; finished: boolean; code?: string; message?: string }
}

/** What whoever sits before the card page may do. */
export const cardActs = {
  pay: { state: { status: 'success', finished: true }, tells: ['card_payment_succeeded', 'card_payment_captured'] },
  refuse: { state: { status: 'failed', finished: true, code: 'P0010', message: 'Payment method rejected' }, tells: ['card_payment_failed'] },
  cancel: { state: { status: 'failed', finished: true, code: 'P0030', message: 'Payment was cancelled by the user' }, tells: ['card_payment_failed'] },
} as const
export type CardAct = keyof typeof cardActs

interface StubSettings {
  readonly apiKey: string
  /** Where its card pages are. */
  readonly cardPages: string
}

/** A payment service that takes no money and speaks the shapes that GOV.UK Pay publishes: for a demonstration, and for tests of what goes wrong. */
export interface PayStub extends StubMoneyBack {
  begin(headers: Headers, body: unknown): StubAnswer
  read(headers: Headers, id: string): StubAnswer
  /** The payment a card page is about. */
  page(id: string): Asked | undefined
  /** Somebody acts on the card page; answers where they go next. */
  act(id: string, act: CardAct): string | undefined
  /** The messages that wait to be told: in no order, and each twice. */
  messages(): readonly object[]
}

export function payStub(clock: Clock, { apiKey, cardPages }: StubSettings): PayStub {
  const [payments, keys, waiting] = [new Map<string, Kept>(), new Map<string, { readonly id: string; readonly asked: string }>(), [] as object[]]
  const isKnown = (headers: Headers): boolean => headers['authorization'] === `Bearer ${apiKey}`
  const tell = (kept: Kept, eventType: string): void => {
    const message = messageOf(kept, eventType, { now: clock.now(), cardPages })
    waiting.unshift(message)
    waiting.push(message)
  }
  const begin = (asked: Asked, key: string): StubAnswer => {
    const before = keys.get(key)
    const kept = before && payments.get(before.id)
    if (before !== undefined && kept !== undefined) return before.asked === JSON.stringify(asked) ? { status: 200, body: shown(kept, cardPages) } : usedKey
    const made: Kept = { ...asked, id: newId().replaceAll('-', '').slice(0, 26), createdAt: clock.now(), refunds: [], state: { status: 'created', finished: false } }
    payments.set(made.id, made)
    if (key !== '') keys.set(key, { id: made.id, asked: JSON.stringify(asked) })
    return { status: 201, body: shown(made, cardPages) }
  }

  return {
    begin: (headers, body) => {
      const read = request.safeParse(body)
      if (!isKnown(headers)) return blocked
      return read.success ? begin(read.data, String(headers['idempotency-key'] ?? '')) : invalid(read.error)
    },
    read: (headers, id) => (isKnown(headers) ? found(payments.get(id), cardPages) : blocked),
    ...moneyBack(clock, { payments, isKnown, tell }),
    page: (id) => {
      const kept = payments.get(id)
      if (kept === undefined || kept.state.finished) return undefined
      if (kept.state.status === 'created') move(kept, { status: 'started', finished: false }, () => tell(kept, 'card_payment_started'))
      return kept
    },
    act: (id, act) => {
      const kept = payments.get(id)
      if (kept !== undefined && !kept.state.finished) move(kept, { ...cardActs[act].state }, () => cardActs[act].tells.forEach((event) => tell(kept, event)))
      return kept?.return_url
    },
    messages: () => waiting.splice(0),
  }
}

const usedKey: StubAnswer = { status: 409, body: { code: 'P0191', description: 'The Idempotency-Key has been used to create a different payment' } }

function found(kept: Kept | undefined, cardPages: string): StubAnswer {
  return kept === undefined ? noPayment : { status: 200, body: shown(kept, cardPages) }
}

function move(kept: Kept, state: Kept['state'], tell: () => void): void {
  kept.state = state
  tell()
}

function messageOf(kept: Kept, eventType: string, { now, cardPages }: { readonly now: string; readonly cardPages: string }): object {
  return { webhook_message_id: newId(), api_version: 1, created_date: now, resource_id: kept.id, resource_type: 'payment', event_type: eventType, resource: shown(kept, cardPages) }
}

/** A payment in the shape that is published, in so far as anybody here reads it. */
function shown(kept: Kept, cardPages: string): object {
  return {
    payment_id: kept.id, amount: kept.amount, reference: kept.reference, description: kept.description, state: kept.state, return_url: kept.return_url,
    language: kept.language ?? 'en', payment_provider: 'sandbox', created_date: kept.createdAt,
    refund_summary: { status: refundStanding(kept), amount_available: leftOf(kept), amount_submitted: kept.amount - leftOf(kept) },
    _links: {
      self: { href: `${cardPages}/v1/payments/${kept.id}`, method: 'GET' },
      next_url: kept.state.finished ? null : { href: `${cardPages}/card/${kept.id}`, method: 'GET' },
    },
  }
}
