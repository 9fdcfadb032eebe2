import pg from 'pg'
import type { Site } from '#values'
import { connectionWords, relayedUrl } from './line/peer-address.ts'
import { connectTimeoutSeconds } from './limits.ts'
import { lookAtPeer, type PeerLook } from './look-at-peer.ts'
import { readPlace, rememberJoin } from './look-at-peer.store.ts'
import type { Publication } from './publications.ts'
import type { Relay } from './line/relay.ts'
import { isPublished, isSubscribed, keepPlace, subscribe } from './subscribe.store.ts'

export interface PeerJoin {
  /** This site's own database. */
  readonly url: string
  readonly of: Site
  readonly peerUrl: string
  readonly relay: Pick<Relay, 'portOf'>
  /** What the peer publishes for this site. */
  readonly publications: readonly Publication[]
}

/** Why the peer cannot be joined yet; or, once everything stands, what is seen at its end. */
export type Joined = { readonly fault: string } | { readonly look: PeerLook }

/** Subscribes to all that the peer publishes for this site, and looks whether it still keeps what we need. */
export async function joinPeer({ url, of, peerUrl, relay, publications }: PeerJoin): Promise<Joined> {
  return withClient(url, async (own) => withClient(relayedUrl(peerUrl, relay.portOf('alerts')), async (peer) => {
    for (const publication of publications) {
      if (!(await isPublished(peer, publication.name))) return { fault: 'it publishes nothing for this site yet' }
      if (!(await isSubscribed(own, publication.name))) {
        await keepPlace(peer, publication.name)
        await rememberJoin(own, of, await readPlace(peer))
      }
      await subscribe(own, { publication, connection: connectionWords(peerUrl, relay.portOf(publication.stream)) })
    }
    return { look: await lookAtPeer({ own, peer, of, publications }) }
  }))
}

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectTimeoutSeconds * 1000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
