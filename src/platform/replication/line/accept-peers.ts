import type { Clock } from '#platform/clock'
import { CannotStart, systemCode, type SiteConfig } from '#platform/config'
import type { Log } from '#platform/log'
import { openAcceptor, type Acceptor } from './acceptor.ts'
import type { Fingerprint, Identity } from './certificate.ts'
import { ownServerOf, peerOf } from './peer-address.ts'

interface Host {
  readonly config: Pick<SiteConfig, 'peers' | 'replication'>
  readonly url: string
  readonly clock: Clock
  readonly log: Pick<Log, 'warn'>
}

/** Opens the door for the peers this site was told of; nothing where other sites are not to come in. */
export async function acceptPeers({ config, url, clock, log }: Host, identity: Identity): Promise<Acceptor | undefined> {
  if (config.replication === undefined) return undefined
  const { host, port } = config.replication
  const known = new Map<Fingerprint | undefined, string>(Object.entries(config.peers).map(([site, peerUrl]) => [peerOf(peerUrl).fingerprint, site]))
  try {
    return await openAcceptor({
      host, port, identity, clock, log,
      database: ownServerOf(url),
      siteOf: (fingerprint) => known.get(fingerprint),
      onJoining: (socket) => void socket.destroy(),
    })
  } catch (fault) {
    if (systemCode(fault) === 'EADDRINUSE') throw new CannotStart(`Port ${port}, where other sites come in, is taken by another program: set JUXTA_REPLICATION_PORT to a free one.`)
    throw fault
  }
}
