import type { TLSSocket } from 'node:tls'
import { z } from 'zod'
import type { Clock } from '#platform/clock'
import { renewing } from '../line/acceptor.ts'
import type { Fingerprint, Identity } from '../line/certificate.ts'
import { hearLine, sayLine } from '../line/one-line.ts'
import { openSecureLine, type SecurePeer } from '../line/secure-line.ts'

/** On a connection of its own a site says by which certificate it will be known next. */
const announced = z.object({ next: z.string().regex(/^[0-9a-f]{64}$/) })
const understood = z.object({ known: z.literal(true) })

export interface Announcing {
  readonly peer: SecurePeer
  /** What the peer knows the site by: whoever holds it says what comes after it. */
  readonly identity: Identity
  readonly next: Fingerprint
  readonly clock: Pick<Clock, 'now'>
}

/** Tells a peer which certificate will follow; resolves once the peer has kept it. */
export async function announceNext({ peer, identity, next, clock }: Announcing): Promise<void> {
  const line = openSecureLine({ peer, identity, purpose: renewing, clock })
  try {
    sayLine(line, { next })
    understood.parse(await hearLine(line))
  } finally {
    line.destroy()
  }
}

/** Hears it from a peer whose certificate is known, and answers when it is kept. */
export async function hearNext(socket: TLSSocket, keep: (next: Fingerprint) => Promise<void>): Promise<void> {
  const { next } = announced.parse(await hearLine(socket))
  await keep(next)
  sayLine(socket, { known: true })
}
