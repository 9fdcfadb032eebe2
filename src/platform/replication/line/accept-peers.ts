import type { Clock } from '#platform/clock'
import { CannotStart, systemCode, type SiteConfig } from '#platform/config'
import type { Log } from '#platform/log'
import type { Site } from '#values'
import { openAcceptor, type Acceptor, type AcceptorPlan } from './acceptor.ts'
import type { Identity } from './certificate.ts'
import { ownServerOf, peerOf } from './peer-address.ts'

interface Host {
  readonly config: Pick<SiteConfig, 'replication'>
  readonly url: string
  readonly clock: Clock
  readonly log: Pick<Log, 'warn'>
}

interface Visitors extends Pick<AcceptorPlan, 'onJoining'> {
  /** Who may come in now, and the address that names each one's certificate. */
  urlsOfPeers(): readonly (readonly [Site, string])[]
}

/** Opens the door for the peers this site knows; nothing where other sites are not to come in. */
export async function acceptPeers({ config, url, clock, log }: Host, identity: Identity, { urlsOfPeers, onJoining }: Visitors): Promise<Acceptor | undefined> {
  if (config.replication === undefined) return undefined
  const { host, port } = config.replication
  try {
    return await openAcceptor({
      host, port, identity, clock, log, onJoining,
      database: ownServerOf(url),
      siteOf: (fingerprint) => urlsOfPeers().find(([, peerUrl]) => peerOf(peerUrl).fingerprint === fingerprint)?.[0],
    })
  } catch (fault) {
    if (systemCode(fault) === 'EADDRINUSE') throw new CannotStart(`Port ${port}, where other sites come in, is taken by another program: set JUXTA_REPLICATION_PORT to a free one.`)
    throw fault
  }
}
