import type { Database } from '#platform/database'
import { allPorts, type Site } from '#values'
import { judgeLink, type LinkFacts, type LinkState } from './judge-link.ts'
import { readBeats, readClock, readReceiving, readSlots } from './link-facts.store.ts'
import { badRangesShown } from './limits.ts'
import { readBadRanges, readLaneProofs } from './proof/proof-state.store.ts'
import { hub } from './publications.ts'

/** The sites that `site` is joined to: each port to the centre, the centre to every port. */
export function peersOf(site: Site): readonly Site[] {
  return site === hub ? allPorts() : [hub]
}

/** How each of this site's links stands, by the clock that stamped what arrived: no calendar moved for a demonstration touches it. */
export async function readLinks(db: Database, site: Site): Promise<readonly LinkState[]> {
  const facts = await readLinkFacts(db, site)
  return peersOf(site).map((peer) => judgeLink(peer, facts))
}

/** What this site says of itself: under which number it goes on, and the last page it has written on each lane. */
export function ownLife({ beats, here }: Pick<LinkFacts, 'beats' | 'here'>): { readonly incarnation: number; readonly pages: ReadonlyMap<string, number> } {
  const own = beats.filter(({ site }) => site === here)
  return { incarnation: own[0]?.incarnation ?? 1, pages: new Map(own.map(({ stream, page }) => [stream, page])) }
}

export async function readLinkFacts(db: Database, here: Site): Promise<LinkFacts> {
  const [beats, slots, receiving, proofs, bad] = await Promise.all([readBeats(db), readSlots(db), readReceiving(db), readLaneProofs(db, here), readBadRanges(db, badRangesShown)])
  return { here, now: await readClock(db), beats, slots, receiving, proofs, bad }
}
