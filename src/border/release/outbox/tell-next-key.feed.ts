import { announce } from '#platform/decisions'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import { hoursAfter } from '#values'
import { tellKeyAgainHours } from '../limits.ts'
import { partners, readPartner } from '../partner/partner.store.ts'
import type { Partner } from '../partner/partner.ts'
import { ruleInForce } from '../rule/rule.store.ts'
import { isResting } from './begin.feed.ts'
import { addressee, ask, isUnanswered, type Sender } from './deliver.feed.ts'
import { lockLane, nextNumber } from './lane.store.ts'
import { machine } from './outbox.ts'

/**
 * Tells a partner which key follows ours, signed with the one it knows. One that does not answer to that, or does not know such messages,
 * gets everything else as before, under the key it knows; an alarm says so in time.
 */
export async function tellNextKey(sender: Sender, partner: Partner): Promise<void> {
  const { clock, keys: { next }, tellKeyAgainAt } = sender
  const againAt = tellKeyAgainAt.get(partner.id)
  if (next === undefined || partner.ownKey === next.number || (againAt !== undefined && clock.now() < againAt)) return
  await tell(sender, partner.id, next).catch((fault: unknown) => {
    if (!isUnanswered(fault)) throw fault
  })
}

async function tell(sender: Sender, id: string, next: NonNullable<Sender['keys']['next']>): Promise<void> {
  const { db, clock, tellKeyAgainAt } = sender
  await db.transaction().execute(async (tx) => {
    const lane = await lockLane(tx, id)
    const partner = await readPartner(tx, id)
    const rule = partner && (await ruleInForce(tx, partner, clock.today()))
    if (lane === undefined || lane.canaryAlarm !== null || isResting(lane, clock.now()) || rule === undefined) return
    tellKeyAgainAt.set(id, hoursAfter(tellKeyAgainHours, clock.now()))
    const to = await addressee(tx, sender, rule)
    const messageId = newId()
    const answer = await ask(sender, to, { type: 'successor', id: messageId, number: await nextNumber(tx, id), to: to.keys[0], sentAt: clock.now(), item: messageId, key: next.publicKey })
    if (answer.outcome !== 'received') return
    const by = { ...machine(clock, rule), reason: 'The partner has taken our next key, signed' }
    await changeIn(tx, partners, { id, by }, () => announce({ type: 'own-key-taken' as const, number: next.number }))
  })
}
