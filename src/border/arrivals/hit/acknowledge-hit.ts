import { announce, refuse, type Decision } from '#platform/decisions'
import type { By } from '#values'
import type { Hit, HitAcknowledged } from './hit.ts'

/** An officer takes the hit on and says what happens next; from now on it has an owner. */
export function acknowledgeHit(hit: Hit | undefined, { name, at }: By): Decision<HitAcknowledged> {
  if (hit === undefined) return refuse('no-such-hit')
  if (hit.status === 'acknowledged') return refuse('hit-taken-by-another')
  if (hit.status !== 'raised') return refuse('hit-closed')
  return announce({ type: 'hit-acknowledged', handledBy: name, handledAt: at })
}
