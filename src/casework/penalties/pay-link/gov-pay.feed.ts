import { OutgoingRefused, type Ask, type Delivered, type Send } from '#platform/outgoing'
import type { Pence } from '#values'
import { payPayment, type PayPayment } from './pay-shapes.ts'

/** GOV.UK Pay, or what speaks like it. */
export interface GovPay {
  /** Up to and without `/v1`. */
  readonly address: string
  readonly apiKey: string
  readonly signingSecret: string
  readonly send: Send
  readonly ask: Ask
}

/** It answered, and not with a payment: its own code, such as P0102, or the status. */
export class PayRefused extends Error {
  readonly code: string

  constructor(code: string) {
    super(`GOV.UK Pay answered ${code}`)
    this.name = 'PayRefused'
    this.code = code
  }
}

export interface NewCardPayment {
  readonly amountPence: Pence
  readonly reference: string
  readonly description: string
  readonly returnUrl: string
  /** The same key twice is the same payment, so that a request sent again after a lost answer charges nobody twice. */
  readonly key: string
}

/** Begins a payment. Pay has pages in English and Welsh only, so French readers are told before they go there. */
export async function beginPayment(pay: GovPay, { amountPence, reference, description, returnUrl, key }: NewCardPayment): Promise<PayPayment> {
  const body = JSON.stringify({ amount: amountPence, reference, description, return_url: returnUrl, language: 'en' })
  return paymentIn(await pay.send(`${pay.address}/v1/payments`, body, { ...headersFor(pay), 'content-type': 'application/json', 'idempotency-key': key }))
}

/** How a payment stands now. */
export async function askPayment(pay: GovPay, providerId: string): Promise<PayPayment> {
  return paymentIn(await pay.ask(`${pay.address}/v1/payments/${providerId}`, headersFor(pay)))
}

function headersFor({ apiKey }: GovPay): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${apiKey}`, accept: 'application/json' }
}

function paymentIn({ status, body }: Delivered): PayPayment {
  const said = jsonIn(body)
  if (status !== 200 && status !== 201) throw new PayRefused(codeIn(said) ?? String(status))
  const read = payPayment.safeParse(said)
  if (!read.success) throw new PayRefused('an answer that is no payment')
  return read.data
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}

function codeIn(said: unknown): string | undefined {
  return typeof said === 'object' && said !== null && 'code' in said && typeof said.code === 'string' ? said.code : undefined
}

/** No payment could be begun now, and the payer can be told so: the provider is away or refuses. */
export function isPayAway(fault: unknown): boolean {
  return fault instanceof PayRefused || fault instanceof OutgoingRefused
}
