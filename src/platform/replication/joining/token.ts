import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Fingerprint } from '../line/certificate.ts'

/** What a port is handed to join with: who it is to be, where the centre is and how it is known, and the secret. */
export interface Token {
  readonly port: string
  readonly host: string
  readonly linkPort: number
  readonly fingerprint: Fingerprint
  readonly secret: string
}

const tokenShape = z.object({
  port: z.string().regex(/^[a-z][a-z0-9]{1,30}$/), host: z.string().min(1), linkPort: z.number().int().min(1).max(65_535),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/), secret: z.string().min(20),
})

export function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** All that is kept of a secret where it was given out. */
export function sha256Of(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function writeToken(token: Token): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url')
}

/** `undefined` for what is no token, or half of one. */
export function readToken(text: string): Token | undefined {
  try {
    return tokenShape.safeParse(JSON.parse(Buffer.from(text.trim(), 'base64url').toString())).data
  } catch {
    return undefined
  }
}
