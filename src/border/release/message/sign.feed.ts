import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { CompactSign, compactVerify } from 'jose'
import { canonical } from '#platform/events'
import { partnerMessage, type PartnerMessage } from './message.ts'

/** The key this installation signs with. Partners know its public half. */
export interface SigningKey {
  readonly privateKey: KeyObject
  readonly publicKey: string
}

/** What comes before the 32 bytes of an Ed25519 key in its standard private form (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The Ed25519 key whose secret is these 32 bytes. */
export function keyFromSeed(seed: Buffer): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (typeof x !== 'string') throw new Error('An Ed25519 key has no public half')
  return { privateKey, publicKey: x }
}

/** Whether the text can be the public half of an Ed25519 key: 32 bytes in base64url. */
export function isPublicKey(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text) && Buffer.from(text, 'base64url').length === 32
}

const algorithm = 'EdDSA'
const messageType = 'juxta-release+jws'

/** The message as a compact JSON Web Signature (RFC 7515) over its canonical form. */
export function signed(message: PartnerMessage, { privateKey, publicKey }: SigningKey): Promise<string> {
  return new CompactSign(Buffer.from(canonical(message))).setProtectedHeader({ alg: algorithm, typ: messageType, kid: publicKey.slice(0, 16) }).sign(privateKey)
}

/** By whose keys a message may be signed, and which it may be for: more than one while a key is followed by another. */
export interface Between {
  readonly by: readonly string[]
  readonly to: readonly string[]
}

export interface Verified {
  readonly message: PartnerMessage
  /** The key that signed it. */
  readonly by: string
}

/** The message that was signed with one of these keys and meant for one of those; undefined for anything else. */
export async function verified(jws: string, { by, to }: Between): Promise<Verified | undefined> {
  for (const publicKey of by) {
    const message = await signedBy(jws, publicKey)
    if (message !== undefined) return to.includes(message.to) ? { message, by: publicKey } : undefined
  }
  return undefined
}

async function signedBy(jws: string, publicKey: string): Promise<PartnerMessage | undefined> {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    const { payload } = await compactVerify(jws, key, { algorithms: [algorithm] })
    return partnerMessage.safeParse(JSON.parse(Buffer.from(payload).toString('utf8'))).data
  } catch {
    // Not a signature, not by this key, or not JSON: in each case nothing that this partner said.
    return undefined
  }
}
