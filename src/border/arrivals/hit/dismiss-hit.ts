import { announce, refuse, type Decision } from '#platform/decisions'
import type { By } from '#values'
import type { DismissalCode, Hit, HitDismissed } from './hit.ts'

/** A person saw that it is not the listed vehicle, and says which kind of mistake it was. */
export function dismissHit(hit: Hit | undefined, dismissedAs: DismissalCode, { name, at }: By): Decision<HitDismissed> {
  if (hit === undefined) return refuse('no-such-hit')
  if (hit.status !== 'raised' && hit.status !== 'acknowledged') return refuse('hit-closed')
  return announce({ type: 'hit-dismissed', handledBy: name, handledAt: at, dismissedAs })
}
