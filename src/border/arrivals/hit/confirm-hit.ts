import { announce, refuse, type Decision } from '#platform/decisions'
import type { By } from '#values'
import type { Hit, HitConfirmed } from './hit.ts'

/** A person compared the picture, or the vehicle itself, with the entry: it is the same plate. Nothing is done to a vehicle before this. */
export function confirmHit(hit: Hit | undefined, { name, at }: By): Decision<HitConfirmed> {
  if (hit === undefined) return refuse('no-such-hit')
  if (hit.status === 'raised') return refuse('hit-not-acknowledged')
  if (hit.status !== 'acknowledged') return refuse('hit-closed')
  return announce({ type: 'hit-confirmed', handledBy: name, handledAt: at })
}
