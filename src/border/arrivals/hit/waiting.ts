import { epochMsOf, type Instant } from '#values'

/** How long each hit has waited, whatever is done to the machine's clock meanwhile. */
export interface Waiting {
  waitedMs(hit: { readonly id: string; readonly raisedAt: Instant }): number
  /** Forgets the hits that are not among these. */
  keepOnly(ids: readonly string[]): void
}

interface Moments {
  now(): Instant
  steadyMs(): number
}

/**
 * A hit is first seen within seconds of its raising, and its age by the time of day is believed at that moment alone; from
 * then on only the steady clock counts. A clock that was set back in between makes it those seconds late, never hours.
 */
export function waiting(clock: Moments): Waiting {
  const seen = new Map<string, { readonly ageMs: number; readonly atMs: number }>()
  return {
    waitedMs: ({ id, raisedAt }) => {
      const first = seen.get(id) ?? { ageMs: Math.max(0, epochMsOf(clock.now()) - epochMsOf(raisedAt)), atMs: clock.steadyMs() }
      seen.set(id, first)
      return first.ageMs + clock.steadyMs() - first.atMs
    },
    keepOnly: (ids) => {
      const kept = new Set(ids)
      for (const id of seen.keys()) if (!kept.has(id)) seen.delete(id)
    },
  }
}
