import type { By } from '#values'
import { refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import type { Hit, HitEvent } from './hit.ts'
import { hits } from './hit.store.ts'

/** A person acts on a hit, at the port that raised it and nowhere else: one writer for each row keeps the sites from clashing. */
export function changeHit(db: Database, act: { id: string; by: By }, decide: (hit: Hit | undefined) => Decision<HitEvent>): Promise<Decision<HitEvent>> {
  return change(db, hits, act, (hit) => (hit !== undefined && hit.site !== act.by.site ? refuse('kept-at-another-site') : decide(hit)))
}
