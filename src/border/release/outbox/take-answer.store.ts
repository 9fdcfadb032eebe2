import type { Database } from '#platform/database'
import { isRefused, type Decision } from '#platform/decisions'
import { changeIn } from '#platform/events'
import type { By } from '#values'
import { canarySubject } from '../canary/canaries.store.ts'
import { items } from './item.store.ts'
import { takeAnswer, type Answer, type Item, type ItemEvent } from './item.ts'
import { noteLane } from './lane.store.ts'

/** Takes what a partner answered, at once, later, or through an officer. One that had a canary stops everything until a person has looked. */
export async function takeAnswerIn(tx: Database, { id, partnerId, subjectId }: Item, answer: Answer, by: By): Promise<Decision<ItemEvent>> {
  const decision = await changeIn(tx, items, { id, by }, (item) => takeAnswer(item, answer))
  const had = answer.outcome === 'deleted' || answer.outcome === 'kept'
  if (!isRefused(decision) && had && subjectId === canarySubject(partnerId)) await noteLane(tx, partnerId, { canaryAlarm: 'arrived' })
  return decision
}
