import { connect } from 'node:net'
import type { Clock } from '#platform/clock'
import { purposeOf } from './acceptor.ts'
import type { Fingerprint, Identity } from './certificate.ts'
import { peerOf } from './peer-address.ts'
import type { OpenLine } from './relay.ts'
import { openSecureLine } from './secure-line.ts'

export interface LineTo {
  readonly peerUrl: string
  /** What this site shows, which is renewed from time to time. */
  shown(): Identity
  /** Whether the peer is known by this certificate. */
  knows(fingerprint: Fingerprint): boolean
  readonly clock: Pick<Clock, 'now'>
}

/** By certificate where the peer's is known; else straight to its server, which then answers for TLS itself (`sslmode`). */
export function lineTo({ peerUrl, shown, knows, clock }: LineTo): OpenLine {
  const { host, port, fingerprint } = peerOf(peerUrl)
  if (fingerprint === undefined) return () => connect({ host, port })
  return (lane) => openSecureLine({ peer: { host, port, knows }, identity: shown(), purpose: purposeOf(lane), clock })
}
