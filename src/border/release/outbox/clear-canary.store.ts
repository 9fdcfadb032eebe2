import type { Database } from '#platform/database'
import { isRefused, type Decision } from '#platform/decisions'
import { changeIn, type Act } from '#platform/events'
import { partners } from '../partner/partner.store.ts'
import type { Partner, PartnerEvent } from '../partner/partner.ts'
import { noteLane, sweepAgain } from './lane.store.ts'

/** Lets the sending go on after a canary's alarm, in the name of whoever looked. */
export async function clearCanary(db: Database, act: Act, decide: (partner: Partner | undefined) => Decision<PartnerEvent>): Promise<Decision<PartnerEvent>> {
  return db.transaction().execute(async (tx) => {
    const decision = await changeIn(tx, partners, act, decide)
    if (!isRefused(decision)) await noteLane(tx, act.id, { canaryAlarm: null })
    await sweepAgain(tx, act.id)
    return decision
  })
}
