import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { epochMsOf, instantOfEpochMs, secondsBetween, type Instant, type Site } from '#values'
import { clockOffset, type ClockOffset } from './alarm/clock-offset.ts'
import { judgeAlarms } from './alarm/judge-alarms.ts'
import { saveAlarms } from './alarm/link-event.store.ts'
import { judgeLink, type LinkFacts, type LinkState } from './judge-link.ts'
import { countersOverSeconds, lateAfterSeconds } from './limits.ts'
import type { Receiving } from './link-facts.store.ts'
import type { PeerLook } from './look-at-peer.ts'
import { hub } from './publications.ts'
import { peersOf, readLinkFacts } from './read-links.ts'
import type { Renewal } from './renewal/keep-identity.ts'

export interface WatchPlan {
  readonly site: Site
  readonly db: Database
  readonly clock: Clock
  /** How long this site's certificate lasts, and how far its renewal has come. */
  readonly renewal: () => Renewal
  /** What was seen at each peer at the last look; absent while it cannot be reached. */
  readonly looks: () => ReadonlyMap<Site, PeerLook>
}

interface Counted {
  readonly at: Instant
  readonly receiving: readonly Receiving[]
}

/** Looks at every link and writes down which alarms begin and end. Call it once a second. */
export function watchLinks({ site, db, clock, renewal, looks }: WatchPlan): () => Promise<void> {
  let counted: readonly Counted[] = []
  return async () => {
    const facts = await readLinkFacts(db, site)
    const { now, receiving } = facts
    // The youngest that is old enough comes first; what is older than that is needed no more.
    const old = counted.findLast(({ at }) => secondsBetween(at, now) >= countersOverSeconds)
    counted = [...counted.filter(({ at }) => old === undefined || at >= old.at), { at: now, receiving }]
    const alarms = peersOf(site).flatMap((peer) => {
      const link = judgeLink(peer, facts)
      const offset = offsetOf(facts, peer, clock.now())
      const look = looks().get(peer)
      const standing = judgeAlarms({
        ...facts, link, renewal: renewal(), receivingBefore: old?.receiving ?? [],
        ...(look === undefined ? {} : { look }), ...(offset === undefined ? {} : { offset }), ...behind(facts, peer),
      })
      return isStillNew(link) ? standing.filter(({ name }) => name === 'lost-copy') : standing
    })
    await saveAlarms(db, alarms, clock.now())
  }
}

/** Of a peer that has not been heard on every lane, all that can be judged is whether its first copies come. */
function isStillNew({ condition, streams }: LinkState): boolean {
  return condition === 'never-met' || (condition === 'copying' && streams.some(({ stream, asOf }) => stream !== 'images' && asOf === undefined))
}

/**
 * From the last beats on the first lane, while they are fresh: an hour-old beat says nothing of the clock now. The database
 * stamps arrivals by its own clock; we send by ours, so what it stamped is said by ours too.
 */
function offsetOf({ beats, here, now }: LinkFacts, peer: Site, ownNow: Instant): ClockOffset | undefined {
  const beat = beats.find(({ site, stream }) => site === peer && stream === 'alerts')
  const heard = beat?.heard[here]
  if (beat === undefined || heard === undefined || secondsBetween(beat.arrivedAt, now) > lateAfterSeconds) return undefined
  return clockOffset({ sentAt: heard.at, arrivedThereAt: heard.arrivedAt, answeredAt: beat.at, arrivedAt: instantOfEpochMs(epochMsOf(beat.arrivedAt) + epochMsOf(ownNow) - epochMsOf(now)) })
}

function behind({ beats, here }: LinkFacts, peer: Site): { readonly listsBehind?: number } {
  const own = beats.find(({ site, stream }) => site === here && stream === 'alerts')
  const there = beats.find(({ site, stream }) => site === peer && stream === 'alerts')?.heard[here]
  return here !== hub || own === undefined || there === undefined ? {} : { listsBehind: Math.max(0, own.page - there.provenTo) }
}
