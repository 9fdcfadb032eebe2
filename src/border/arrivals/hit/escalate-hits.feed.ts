import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import type { By, Port } from '#values'
import { escalateAfterMs, escalationsPerSweep } from '../limits.ts'
import { escalateHit } from './escalate-hit.ts'
import { hits, unansweredHits } from './hit.store.ts'
import { waiting } from './waiting.ts'

/** Tells the duty officer of every hit at this port that nobody took on in time. Telling affects no driver, so the machine may do it. */
export function escalation({ db, port, clock }: { db: Database; port: Port; clock: Clock }): () => Promise<void> {
  const look = waiting(clock)
  return async () => {
    const now = clock.now()
    const by: By = { officerId: 'machine', name: 'Escalation', role: 'machine', site: port, at: now, reason: `Not acknowledged within ${escalateAfterMs / 1000} seconds` }
    const late = [...look(await unansweredHits(db, port))].filter(([, waitedMs]) => waitedMs >= escalateAfterMs)
    for (const [id, waitedMs] of late.slice(0, escalationsPerSweep)) await change(db, hits, { id, by }, (hit) => escalateHit(hit, { now, waitedMs }))
  }
}
