import { announce, type Decision } from '#platform/decisions'
import type { Instant } from '#values'
import { escalateAfterMs } from '../limits.ts'
import type { Hit, HitEscalated } from './hit.ts'

/** Nobody has answered in time. To observe asks nothing of anybody, so it is never late. `waitedMs` is counted by a clock that nobody sets. */
export function escalateHit(hit: Hit | undefined, { now, waitedMs }: { readonly now: Instant; readonly waitedMs: number }): Decision<HitEscalated> {
  if (hit === undefined || hit.status !== 'raised' || hit.escalatedAt !== null || hit.handling === 'observe') return announce()
  return waitedMs < escalateAfterMs ? announce() : announce({ type: 'hit-escalated', escalatedAt: now })
}
