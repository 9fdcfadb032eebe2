import { changeIn } from '#platform/events'
import { announce } from '#platform/decisions'
import { newId } from '#platform/identity'
import { partners } from '../partner/partner.store.ts'
import type { Partner } from '../partner/partner.ts'
import { ruleInForce } from '../rule/rule.store.ts'
import { addressee, ask, noteUnanswered, type Delivery, type Sender } from './deliver.feed.ts'
import { lockLane, nextNumber } from './lane.store.ts'
import { isResting } from './begin.feed.ts'
import { machine } from './outbox.ts'

/** Tells a partner which key follows ours, signed with the one it knows. `idle`: it knows already, or may be told nothing just now. */
export async function tellNextKey(sender: Sender, { id, ownKey }: Partner): Promise<'idle' | Delivery> {
  const { db, clock, keys: { next } } = sender
  if (next === undefined || ownKey === next.number) return 'idle'
  try {
    return await db.transaction().execute(async (tx) => {
      const lane = await lockLane(tx, id)
      if (lane === undefined || lane.canaryAlarm !== null || isResting(lane, clock.now())) return 'idle'
      const partner = await partners.read(tx, id)
      const rule = partner && (await ruleInForce(tx, partner, clock.today()))
      if (rule === undefined) return 'idle'
      const to = await addressee(tx, sender, rule)
      const messageId = newId()
      const answer = await ask(sender, to, { type: 'successor', id: messageId, number: await nextNumber(tx, id), to: to.keys[0], sentAt: clock.now(), item: messageId, key: next.publicKey })
      if (answer.outcome !== 'received') return 'changed'
      await changeIn(tx, partners, { id, by: { ...machine(clock, rule), reason: 'The partner has taken our next key, signed' } }, () => announce({ type: 'own-key-taken' as const, number: next.number }))
      return 'answered'
    })
  } catch (fault) {
    return noteUnanswered(sender, id, fault)
  }
}
