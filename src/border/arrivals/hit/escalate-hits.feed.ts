import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import { epochMsOf, instantOfEpochMs, type By, type Port } from '#values'
import { escalateAfterMs } from '../limits.ts'
import { escalateHit } from './escalate-hit.ts'
import { hits, unansweredHits } from './hit.store.ts'

/** Tells the duty officer of every hit at this port that nobody took on in time. Telling affects no driver, so the machine may do it. */
export async function escalateHits({ db, port, clock }: { db: Database; port: Port; clock: Clock }): Promise<void> {
  const now = clock.now()
  const by: By = { officerId: 'machine', name: 'Escalation', role: 'machine', site: port, at: now, reason: `Not acknowledged within ${escalateAfterMs / 1000} seconds` }
  for (const { id } of await unansweredHits(db, port, instantOfEpochMs(epochMsOf(now) - escalateAfterMs))) {
    await change(db, hits, { id, by }, (hit) => escalateHit(hit, now))
  }
}
