import { connect, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net'
import { createServer, type SecureContextOptions, type Server, type TLSSocket } from 'node:tls'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import type { Site } from '#values'
import { handshakeTimeoutMs } from '../limits.ts'
import { streams, type Stream } from '../replicated-table.ts'
import { carry, type Gates } from './carry.ts'
import { fingerprintOf, isInForce, type Fingerprint, type Identity } from './certificate.ts'
import { openGate } from './gate.ts'

/** The door at which other sites come in: nobody reaches the database who has not shown a certificate that is known here. */
export interface Acceptor {
  readonly port: number
  /** What it shows from the next connection on. */
  show(identity: Identity): void
  close(): Promise<void>
}

export interface AcceptorPlan {
  readonly host: string
  readonly port: number
  readonly identity: Identity
  readonly clock: Pick<Clock, 'now'>
  readonly log: Pick<Log, 'warn'>
  /** The site's own PostgreSQL. */
  readonly database: NetConnectOpts
  /** Which site a certificate belongs to; asked at each connection, so that a site that left is a stranger at once. */
  siteOf(fingerprint: Fingerprint): Site | undefined
  /** Takes the connection of somebody who is not known yet and holds a token. */
  onJoining(socket: TLSSocket, fingerprint: Fingerprint): void
  /** Takes the connection of a site that has something to say of its certificate. */
  onRenewing(socket: TLSSocket, site: Site): void
}

/** What a connection is for, beside the lanes: to become known, and to say by which certificate one will be known next. */
export const joining = 'juxta-join'
export const renewing = 'juxta-renew'
export const purposeOf = (lane: Stream): string => `juxta-${lane}`

export async function openAcceptor(plan: AcceptorPlan): Promise<Acceptor> {
  const open = new Set<Socket>()
  const gates = new Map<string, Gates>()
  const server = createServer({
    ...shown(plan.identity), handshakeTimeout: handshakeTimeoutMs,
    // TLS proves that the other end holds the key of what it shows; whose it is we look up ourselves, because nobody issued it.
    requestCert: true, rejectUnauthorized: false, ALPNProtocols: [...streams.map(purposeOf), joining, renewing],
  })
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => open.delete(socket))
  })
  server.on('tlsClientError', (fault) => plan.log.warn({ why: fault.message }, 'a connection from outside could not be made safe'))
  server.on('secureConnection', (line) => admit(line, plan, gates))
  const port = await listening(server, plan)
  return {
    port,
    show: (identity) => server.setSecureContext(shown(identity)),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

function shown({ keyPem, certificatePem }: Identity): SecureContextOptions {
  return { key: keyPem, cert: certificatePem, minVersion: 'TLSv1.3' }
}

function admit(line: TLSSocket, plan: AcceptorPlan, gates: Map<string, Gates>): void {
  line.on('error', () => {})
  line.setNoDelay(true)
  const certificate = line.getPeerX509Certificate()
  const fingerprint = certificate === undefined ? undefined : fingerprintOf(certificate.raw)
  const lane = streams.find((each) => purposeOf(each) === line.alpnProtocol)
  const site = fingerprint === undefined ? undefined : plan.siteOf(fingerprint)
  if (certificate === undefined || fingerprint === undefined || !isInForce(certificate, plan.clock.now())) return refuse(line, plan, 'its certificate is missing or has expired')
  if (line.alpnProtocol === joining) return plan.onJoining(line, fingerprint)
  if (site === undefined) return refuse(line, plan, 'its certificate is known to nobody here')
  if (line.alpnProtocol === renewing) return plan.onRenewing(line, site)
  if (lane === undefined) return refuse(line, plan, 'it did not say what for')
  const ways = gates.get(site) ?? { out: openGate(), in: openGate() }
  gates.set(site, ways)
  carry({ own: connect(plan.database), line, lane, gates: ways })
}

function refuse(line: TLSSocket, { log }: AcceptorPlan, why: string): void {
  log.warn({ from: line.remoteAddress, why }, 'a connection from outside was refused')
  line.destroy()
}

async function listening(server: Server, { host, port }: AcceptorPlan): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
  return (server.address() as AddressInfo).port
}
