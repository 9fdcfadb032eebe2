import { epochMsOf, type Instant } from '#values'

interface Raised {
  readonly id: string
  readonly raisedAt: Instant
}

interface Moments {
  now(): Instant
  steadyMs(): number
}

/**
 * How long each of these hits has waited, in milliseconds, at each look; those that are no longer among them are forgotten. What is done to
 * the machine's clock meanwhile makes no difference: the time of day counts only at the first look after a start, when nothing else is
 * known. A hit that was not there at the last look cannot have waited for longer than since then.
 */
export function waiting(clock: Moments): (hits: readonly Raised[]) => ReadonlyMap<string, number> {
  let began = new Map<string, number>()
  let lastLookMs: number | undefined

  return (hits) => {
    const nowMs = clock.steadyMs()
    const longestMs = lastLookMs === undefined ? Infinity : nowMs - lastLookMs
    const ageMs = ({ raisedAt }: Raised): number => Math.min(longestMs, Math.max(0, epochMsOf(clock.now()) - epochMsOf(raisedAt)))
    began = new Map(hits.map((hit) => [hit.id, began.get(hit.id) ?? nowMs - ageMs(hit)]))
    lastLookMs = nowMs
    return new Map([...began].map(([id, atMs]) => [id, nowMs - atMs]))
  }
}
