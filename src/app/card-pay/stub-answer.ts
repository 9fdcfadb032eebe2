import type { z } from 'zod'

export type Headers = Readonly<Record<string, unknown>>

/** What GOV.UK Pay answers: a status and JSON. */
export interface StubAnswer {
  readonly status: number
  readonly body: object
}

export const blocked: StubAnswer = { status: 401, body: { code: 'P0920', description: 'Request blocked by security rules' } }
export const noPayment: StubAnswer = { status: 404, body: { code: 'P0200', description: 'No payment matched the payment id you provided' } }

export function invalid({ issues }: z.ZodError): StubAnswer {
  return { status: 422, body: { code: 'P0102', field: String(issues[0]?.path[0] ?? ''), description: 'Invalid attribute value' } }
}
