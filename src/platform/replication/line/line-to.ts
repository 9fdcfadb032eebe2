import { connect } from 'node:net'
import type { Clock } from '#platform/clock'
import { purposeOf } from './acceptor.ts'
import type { Identity } from './certificate.ts'
import { peerOf } from './peer-address.ts'
import type { OpenLine } from './relay.ts'
import { openSecureLine } from './secure-line.ts'

export interface LineTo {
  readonly peerUrl: string
  readonly identity: Identity
  readonly clock: Pick<Clock, 'now'>
}

/** By certificate where the peer's is known; else straight to its server, which then answers for TLS itself (`sslmode`). */
export function lineTo({ peerUrl, identity, clock }: LineTo): OpenLine {
  const { host, port, fingerprint } = peerOf(peerUrl)
  if (fingerprint === undefined) return () => connect({ host, port })
  return (lane) => openSecureLine({ peer: { host, port, fingerprint }, identity, purpose: purposeOf(lane), clock })
}
