import type { X509Certificate } from 'node:crypto'
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import type { Clock } from '#platform/clock'
import { handshakeTimeoutMs } from '../limits.ts'
import { fingerprintOf, isInForce, type Fingerprint, type Identity } from './certificate.ts'

export interface SecurePeer {
  readonly host: string
  readonly port: number
  /** Whether it is known by this certificate. */
  knows(fingerprint: Fingerprint): boolean
}

export interface SecureLine {
  readonly peer: SecurePeer
  readonly identity: Identity
  /** What the connection is for, agreed in the handshake: a lane's name, or the word for joining. */
  readonly purpose: string
  readonly clock: Pick<Clock, 'now'>
}

/**
 * A connection to another site that only a site known by its certificate can answer, by TLS 1.3. Nobody vouches for either
 * end: each knows the other's certificate since they were joined, so the library's own check of issuers has nothing to check.
 */
export function openSecureLine({ peer, identity, purpose, clock }: SecureLine): TLSSocket {
  const options: ConnectionOptions = {
    host: peer.host, port: peer.port, key: identity.keyPem, cert: identity.certificatePem,
    minVersion: 'TLSv1.3', ALPNProtocols: [purpose], rejectUnauthorized: false, checkServerIdentity: () => undefined,
  }
  const socket = connect(options)
  const timer = setTimeout(() => socket.destroy(new Error(`${peer.host} did not answer in ${handshakeTimeoutMs} ms`)), handshakeTimeoutMs)
  socket.setNoDelay(true)
  // What is written before the other end has shown its certificate waits here, so nothing is said to a stranger.
  socket.cork()
  socket.on('secureConnect', () => {
    clearTimeout(timer)
    const refusal = refusalOf(socket.getPeerX509Certificate(), peer, clock)
    if (refusal !== undefined) return void socket.destroy(new Error(`${peer.host} was refused: ${refusal}`))
    socket.uncork()
  })
  socket.on('close', () => clearTimeout(timer))
  return socket
}

/** Why a certificate is not taken; nothing when it is the one that is known, and in force. */
export function refusalOf(certificate: X509Certificate | undefined, { knows }: Pick<SecurePeer, 'knows'>, clock: Pick<Clock, 'now'>): string | undefined {
  if (certificate === undefined) return 'it shows no certificate'
  if (!knows(fingerprintOf(certificate.raw))) return 'its certificate is none that it is known by here'
  return isInForce(certificate, clock.now()) ? undefined : 'its certificate has expired'
}
