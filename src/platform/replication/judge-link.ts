import { secondsBetween, type Instant, type Site } from '#values'
import { cutAfterSeconds, lateAfterSeconds } from './limits.ts'
import type { Beat, Receiving, Slot } from './link-facts.store.ts'
import type { BadRange, LaneProof } from './proof/proof-state.store.ts'
import { hub, publicationName } from './publications.ts'
import { streams, type Stream } from './replicated-table.ts'

/**
 * - `never-met`: nothing has come from there yet;
 * - `copying`: the sites have met, and tables are being copied for the first time, one after another;
 * - `joined`: heartbeats arrive;
 * - `catching-up`: they arrive, but speak of a while ago;
 * - `late`: one or two are missing;
 * - `cut`: nothing comes;
 * - `stuck`: this stream stands still while the other flows, so a row is in its way;
 * - `rows-missing`: it flows, but something was lost on the way and must be copied again.
 */
export type LinkCondition = 'never-met' | 'copying' | 'joined' | 'catching-up' | 'late' | 'cut' | 'stuck' | 'rows-missing'

export interface StreamState {
  readonly stream: Stream
  readonly condition: LinkCondition
  /** The moment at the other end up to which everything is here. */
  readonly asOf?: Instant
  readonly lastArrivedAt?: Instant
  /** Tables copied for the first time, while there are others still to come. */
  readonly copied?: { readonly tables: number; readonly of: number }
  /** Since the last heartbeat arrived. */
  readonly silentSeconds?: number
  /** Written here and not yet taken by the other end. */
  readonly waitingBytes?: number
  readonly applyErrors: number
  readonly conflicts: number
  /** How far what came from there is proven here; absent while nothing has been heard. */
  readonly proof?: LaneProof
  /** How far the peer says that it has proven what went from here. */
  readonly provenThere?: number
}

export interface LinkState {
  readonly peer: Site
  readonly condition: LinkCondition
  readonly streams: readonly StreamState[]
  /** Under which number the peer's database goes on: one more each time it was put back from a copy. */
  readonly incarnation?: number
}

export interface LinkFacts {
  readonly here: Site
  readonly now: Instant
  readonly beats: readonly Beat[]
  readonly slots: readonly Slot[]
  readonly receiving: readonly Receiving[]
  readonly proofs: readonly LaneProof[]
  readonly bad: readonly BadRange[]
}

/** From bad to good: the link is as bad as its worse lane. Nothing waits for pictures, so theirs does not count. */
const worstFirst: readonly LinkCondition[] = ['rows-missing', 'stuck', 'cut', 'never-met', 'copying', 'late', 'catching-up', 'joined']

/** Judged by what arrived, never by what the subscription says of itself: it can call itself streaming and have lost rows. */
export function judgeLink(peer: Site, facts: LinkFacts): LinkState {
  const judged = streams.map((stream) => judgeStream(peer, stream, facts))
  const flows = judged.some(({ condition }) => condition === 'joined' || condition === 'catching-up')
  const states = judged.map((state) => (flows && state.condition === 'cut' ? { ...state, condition: 'stuck' as const } : state))
  const condition = worstFirst.find((each) => states.some((state) => state.stream !== 'images' && state.condition === each)) ?? 'joined'
  const incarnation = facts.beats.find(({ site }) => site === peer)?.incarnation
  return { peer, condition, streams: states, ...(incarnation === undefined ? {} : { incarnation }) }
}

function judgeStream(peer: Site, stream: Stream, facts: LinkFacts): StreamState {
  const beat = facts.beats.find((each) => each.site === peer && each.stream === stream)
  const slot = facts.slots.find(({ name }) => name === publicationName(facts.here, peer, stream))
  const receiving = facts.receiving.find(({ name }) => name === publicationName(peer, facts.here, stream))
  const proof = facts.proofs.find((each) => each.site === peer && each.lane === stream)
  const flowing = conditionOf(beat, slot, receiving, facts.now)
  return {
    stream,
    condition: flowing === 'joined' && hasHole(peer, stream, facts) ? 'rows-missing' : flowing,
    ...(proof && { proof }),
    ...(beat?.heard[facts.here] && { provenThere: beat.heard[facts.here]?.provenTo ?? 0 }),
    ...(beat && { asOf: beat.at, lastArrivedAt: beat.arrivedAt, silentSeconds: Math.max(0, secondsBetween(beat.arrivedAt, facts.now)) }),
    ...(isCopying(receiving) && { copied: { tables: receiving.tablesCopied, of: receiving.tables } }),
    ...(slot && { waitingBytes: slot.lagBytes }),
    applyErrors: receiving?.applyErrors ?? 0,
    conflicts: receiving?.conflicts ?? 0,
  }
}

/** Heartbeats arrive, and yet a number is missing or a range does not hold what its owner says. Through the centre come the rows of every other port. */
function hasHole(peer: Site, stream: Stream, { here, proofs, bad }: LinkFacts): boolean {
  const comesBy = (origin: Site): boolean => origin === peer || (here !== hub && peer === hub)
  return proofs.some(({ site, lane, gapFrom }) => lane === stream && gapFrom !== null && comesBy(site)) || bad.some(({ site, lane }) => lane === stream && comesBy(site))
}

function conditionOf(beat: Beat | undefined, slot: Slot | undefined, receiving: Receiving | undefined, now: Instant): LinkCondition {
  if (slot !== undefined && (slot.walStatus === 'lost' || slot.restored)) return 'rows-missing'
  const copying = isCopying(receiving)
  if (beat === undefined) return copying ? 'copying' : 'never-met'
  const silentSeconds = secondsBetween(beat.arrivedAt, now)
  if (silentSeconds > cutAfterSeconds) return 'cut'
  if (silentSeconds > lateAfterSeconds) return 'late'
  if (copying) return 'copying'
  if (secondsBetween(beat.at, beat.arrivedAt) > lateAfterSeconds) return 'catching-up'
  return (beat.historyMissing ?? 0) > 0 ? 'rows-missing' : 'joined'
}

function isCopying(receiving: Receiving | undefined): receiving is Receiving {
  return receiving !== undefined && receiving.running && receiving.tablesCopied < receiving.tables
}
