import type { Database } from '#platform/database'
import { isRefused, type Decision } from '#platform/decisions'
import { changeIn, type Act } from '#platform/events'
import { moveRule, sweepAgain } from '../outbox/lane.store.ts'
import { allPartners } from '../partner/partner.store.ts'
import type { DistributionMarked, Marking } from './marking.ts'
import { markings } from './marking.store.ts'

/** Changes who may have something while no message is on its way to anybody; afterwards everything is judged by it. */
export async function changeMarking(db: Database, act: Act, decide: (marking: Marking | undefined) => Decision<DistributionMarked>): Promise<Decision<DistributionMarked>> {
  return db.transaction().execute(async (tx) => {
    for (const { id } of await allPartners(tx)) await moveRule(tx, id)
    const decision = await changeIn(tx, markings, act, decide)
    if (!isRefused(decision) && decision.events.length > 0) await sweepAgain(tx)
    return decision
  })
}
