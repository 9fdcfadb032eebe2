import pg from 'pg'
import { connectionWords, relayedUrl } from './line/peer-address.ts'
import { connectTimeoutSeconds } from './limits.ts'
import type { Publication } from './publications.ts'
import type { Relay } from './line/relay.ts'
import { isPublished, isSubscribed, keepPlace, subscribe } from './subscribe.store.ts'

export interface PeerJoin {
  /** This site's own database. */
  readonly url: string
  readonly peerUrl: string
  readonly relay: Pick<Relay, 'portOf'>
  /** What the peer publishes for this site. */
  readonly publications: readonly Publication[]
}

/** Subscribes to all that the peer publishes for this site. Answers why not yet, or nothing once everything stands. */
export async function joinPeer({ url, peerUrl, relay, publications }: PeerJoin): Promise<string | undefined> {
  return withClient(url, async (own) => withClient(relayedUrl(peerUrl, relay.portOf('alerts')), async (peer) => {
    for (const publication of publications) {
      if (!(await isPublished(peer, publication.name))) return 'it publishes nothing for this site yet'
      if (!(await isSubscribed(own, publication.name))) await keepPlace(peer, publication.name)
      await subscribe(own, { publication, connection: connectionWords(peerUrl, relay.portOf(publication.stream)) })
    }
    return undefined
  }))
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectTimeoutSeconds * 1000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
