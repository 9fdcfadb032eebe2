import type { Clock } from '#platform/clock'
import { CannotStart, systemCode, type SiteConfig } from '#platform/config'
import type { Log } from '#platform/log'
import { openAcceptor, type Acceptor, type AcceptorPlan } from './acceptor.ts'
import type { Identity } from './certificate.ts'
import { ownServerOf } from './peer-address.ts'

interface Host {
  readonly config: Pick<SiteConfig, 'replication'>
  readonly url: string
  readonly clock: Clock
  readonly log: Pick<Log, 'warn'>
}

type Visitors = Pick<AcceptorPlan, 'siteOf' | 'onJoining' | 'onRenewing'>

/** Opens the door for the peers this site knows; nothing where other sites are not to come in. */
export async function acceptPeers({ config, url, clock, log }: Host, identity: Identity, visitors: Visitors): Promise<Acceptor | undefined> {
  if (config.replication === undefined) return undefined
  const { host, port } = config.replication
  try {
    return await openAcceptor({
      host, port, identity, clock, log, ...visitors,
      database: ownServerOf(url),
    })
  } catch (fault) {
    if (systemCode(fault) === 'EADDRINUSE') throw new CannotStart(`Port ${port}, where other sites come in, is taken by another program: set JUXTA_REPLICATION_PORT to a free one.`)
    throw fault
  }
}
