import type { TLSSocket } from 'node:tls'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { isRefused } from '#platform/decisions'
import { changeIn } from '#platform/events'
import type { Log } from '#platform/log'
import type { By, JoinedPort } from '#values'
import type { z } from 'zod'
import type { Fingerprint } from '../line/certificate.ts'
import { hearLine, sayLine } from '../line/one-line.ts'
import { asked } from './joining-words.ts'
import { joinAsPort } from './membership.ts'
import { membershipThing, readMembership } from './membership.store.ts'
import { keepPeer } from './place.store.ts'
import { sha256Of } from './token.ts'

export interface Welcome {
  readonly db: Database
  readonly clock: Clock
  readonly log: Pick<Log, 'info' | 'warn'>
  readonly fingerprint: Fingerprint
  /** What the peers of this site sign in to its database with. */
  readonly password: string
}

/** Hears who wants to join and answers. Who holds a good token is known from then on by the certificate he shows now. */
export function welcomePeer(socket: TLSSocket, welcome: Welcome): void {
  const { log } = welcome
  hearLine(socket)
    .then(async (said) => sayLine(socket, await answer(asked.parse(said), welcome)))
    .catch((fault: unknown) => log.warn({ from: socket.remoteAddress, why: String(fault) }, 'somebody who wanted to join could not be understood'))
    .finally(() => socket.end())
}

async function answer(wants: z.infer<typeof asked>, { db, clock, log, fingerprint, password }: Welcome): Promise<object> {
  const { port, secret, host, linkPort } = wants
  const at = clock.now()
  const by: By = { officerId: 'machine', name: port, role: 'machine', site: 'centre', at, reason: 'A port joined with a token' }
  const decision = await db.transaction().execute(async (tx) => {
    const decided = await changeIn(tx, membershipThing, { id: port, by }, (member) => joinAsPort(member, { sha256: sha256Of(secret), fingerprint, at }))
    if (isRefused(decided)) return decided
    await keepPeer(tx, port as JoinedPort, `postgresql://replicator:${encodeURIComponent(wants.password)}@${host}:${linkPort}/juxta?certificate=${fingerprint}`)
    return decided
  })
  if (isRefused(decision)) {
    log.warn({ port, why: decision.refused }, 'somebody was not let in')
    return { refused: decision.refused }
  }
  log.info({ port, host, linkPort }, 'a port has joined')
  const member = await readMembership(db, port)
  return { name: member?.name ?? port, zone: member?.zone ?? 'Europe/London', password }
}
