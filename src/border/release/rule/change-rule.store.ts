import type { Database } from '#platform/database'
import { isRefused, type Decision } from '#platform/decisions'
import { changeIn } from '#platform/events'
import type { By } from '#values'
import { moveRule, sweepAgain } from '../outbox/lane.store.ts'
import { partners } from '../partner/partner.store.ts'
import type { Partner, PartnerEvent } from '../partner/partner.ts'
import type { Rule, RuleEvent } from './rule.ts'
import { rules } from './rule.store.ts'

interface Change {
  readonly id: string
  readonly partnerId: string
  readonly by: By
}

/** Changes a rule while no message to the partner is on its way; afterwards everything is judged by it. */
export async function changeRule(db: Database, { id, partnerId, by }: Change, decide: (rule: Rule | undefined) => Decision<RuleEvent>): Promise<Decision<RuleEvent>> {
  return db.transaction().execute(async (tx) => {
    await moveRule(tx, partnerId)
    const decision = await changeIn(tx, rules, { id, by }, decide)
    if (!isRefused(decision)) await sweepAgain(tx, partnerId)
    return decision
  })
}

/** The same for what concerns the partner itself. */
export async function changePartner(db: Database, { id, by }: Omit<Change, 'partnerId'>, decide: (partner: Partner | undefined) => Decision<PartnerEvent>): Promise<Decision<PartnerEvent>> {
  return db.transaction().execute(async (tx) => {
    await moveRule(tx, id)
    const decision = await changeIn(tx, partners, { id, by }, decide)
    if (!isRefused(decision) && decision.events.length > 0) await sweepAgain(tx, id)
    return decision
  })
}
