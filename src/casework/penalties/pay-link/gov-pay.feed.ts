import type { z } from 'zod'
import { OutgoingRefused, type Ask, type Delivered, type Send } from '#platform/outgoing'
import type { Pence } from '#values'
import { disputePagesMax } from '../limits.ts'
import { payDisputes, payPayment, payRefund, payRefunds, type PayDispute, type PayPayment, type PayRefund } from './pay-shapes.ts'

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
  return readAs(payPayment, await pay.send(`${pay.address}/v1/payments`, body, { ...headersFor(pay), 'content-type': 'application/json', 'idempotency-key': key }))
}

/** How a payment stands now. */
export async function askPayment(pay: GovPay, providerId: string): Promise<PayPayment> {
  return readAs(payPayment, await pay.ask(`${pay.address}/v1/payments/${providerId}`, headersFor(pay)))
}

/** So much back to the card; it is refused (P0604) when another amount is left than the one that was seen, so a request sent twice pays back once. */
export async function beginRefund(pay: GovPay, providerId: string, { amountPence, availablePence }: { readonly amountPence: Pence; readonly availablePence: number }): Promise<PayRefund> {
  const body = JSON.stringify({ amount: amountPence, refund_amount_available: availablePence })
  return readAs(payRefund, await pay.send(refundsOf(pay, providerId), body, { ...headersFor(pay), 'content-type': 'application/json' }))
}

/** Every refund of one payment. */
export async function askRefunds(pay: GovPay, providerId: string): Promise<readonly PayRefund[]> {
  return readAs(payRefunds, await pay.ask(refundsOf(pay, providerId), headersFor(pay)))
}

/** Every dispute there is, page by page: there are few, and which day to ask from nobody can know. */
export async function askDisputes(pay: GovPay): Promise<readonly PayDispute[]> {
  const found: PayDispute[] = []
  for (let page = 1; page <= disputePagesMax; page += 1) {
    const { results, total } = readAs(payDisputes, await pay.ask(`${pay.address}/v1/disputes?page=${page}`, headersFor(pay)))
    found.push(...results)
    if (results.length === 0 || found.length >= total) break
  }
  return found
}

function refundsOf({ address }: GovPay, providerId: string): string {
  return `${address}/v1/payments/${providerId}/refunds`
}

function headersFor({ apiKey }: GovPay): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${apiKey}`, accept: 'application/json' }
}

function readAs<Shape>(shape: z.ZodType<Shape>, { status, body }: Delivered): Shape {
  const said = jsonIn(body)
  if (status < 200 || status > 202) throw new PayRefused(codeIn(said) ?? String(status))
  const read = shape.safeParse(said)
  if (!read.success) throw new PayRefused('in a shape that is not published')
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
