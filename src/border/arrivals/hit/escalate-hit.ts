import { announce, type Decision } from '#platform/decisions'
import { epochMsOf, type Instant } from '#values'
import { escalateAfterMs } from '../limits.ts'
import type { Hit, HitEscalated } from './hit.ts'

/** Nobody has answered in time. To observe asks nothing of anybody, so it is never late. */
export function escalateHit(hit: Hit | undefined, now: Instant): Decision<HitEscalated> {
  if (hit === undefined || hit.status !== 'raised' || hit.escalatedAt !== null || hit.handling === 'observe') return announce()
  return epochMsOf(now) - epochMsOf(hit.raisedAt) < escalateAfterMs ? announce() : announce({ type: 'hit-escalated', escalatedAt: now })
}
