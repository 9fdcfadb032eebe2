import type { TLSSocket } from 'node:tls'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import type { Fingerprint } from '../line/certificate.ts'

export interface Welcome {
  readonly db: Database
  readonly clock: Clock
  readonly log: Pick<Log, 'info' | 'warn'>
  readonly fingerprint: Fingerprint
  /** What the peers of this site sign in to its database with. */
  readonly password: string
}

export function welcomePeer(socket: TLSSocket, _welcome: Welcome): void {
  socket.destroy()
}
