import { createHmac, timingSafeEqual } from 'node:crypto'

/** `Pay-Signature` as GOV.UK Pay writes it: lower-case hex of HMAC-SHA256 over the body as it came. */
export function paySignature(body: Uint8Array, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex')
}

/** Compared in the same time whether it is nearly right or not at all. */
export function isSignedBy(body: Uint8Array, signature: string, secret: string): boolean {
  const [expected, given] = [Buffer.from(paySignature(body, secret)), Buffer.from(signature)]
  return expected.length === given.length && timingSafeEqual(expected, given)
}
