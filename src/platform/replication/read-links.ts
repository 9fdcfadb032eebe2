import type { Database } from '#platform/database'
import { ports, type Site } from '#values'
import { judgeLink, type LinkState } from './judge-link.ts'
import { readBeats, readClock, readReceiving, readSlots } from './link-facts.store.ts'
import { hub } from './publications.ts'

/** The sites that `site` is joined to: each port to the centre, the centre to every port. */
export function peersOf(site: Site): readonly Site[] {
  return site === hub ? ports : [hub]
}

/** How each of this site's links stands, by the clock that stamped what arrived: no calendar moved for a demonstration touches it. */
export async function readLinks(db: Database, site: Site): Promise<readonly LinkState[]> {
  const [beats, slots, receiving] = await Promise.all([readBeats(db), readSlots(db), readReceiving(db)])
  const now = await readClock(db)
  const facts = { here: site, now, beats, slots, receiving }
  return peersOf(site).map((peer) => judgeLink(peer, facts))
}
