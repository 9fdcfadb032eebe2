import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { announce } from '#platform/decisions'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import type { Instant } from '#values'
import { canaryDue } from '../canary/canaries.store.ts'
import { judgeNow, type Judged } from '../judge/judge-now.store.ts'
import { kindsOf, type Subject } from '../record/record.ts'
import type { Rule } from '../rule/rule.ts'
import { itemId, items, readItem } from './item.store.ts'
import { mayHold, type Item, type ItemEvent } from './item.ts'
import { lockLane, nextNumber, type Lane } from './lane.store.ts'
import { machine, type Outbox } from './outbox.ts'
import { longestWaiting, settle, type Waiting } from './queue.store.ts'

/** A message that is written down and may now be sent. */
export interface Begun {
  readonly item: Item
  readonly subject: Subject | 'canary'
  /** No byte of it can have left yet, because it was written down just now. */
  readonly fresh: boolean
  /** What is settled once it is answered: nothing else is due for the same row. */
  readonly settles: Waiting | undefined
}

/** What one step came to: a message to send, a reference judged and settled, or nothing to do now. */
export type Step = Begun | 'settled' | 'idle'

/**
 * Takes the reference that has waited longest for this partner, judges it, and writes down what is due before a byte leaves:
 * whatever happens afterwards, the log knows of every message that may have gone.
 */
export async function begin({ db, clock }: Outbox, partnerId: string): Promise<Step> {
  return db.transaction().execute(async (tx) => {
    const lane = await lockLane(tx, partnerId)
    if (lane === undefined || lane.canaryAlarm !== null || isResting(lane, clock.now())) return 'idle'
    const waiting = await longestWaiting(tx, partnerId)
    if (waiting === undefined) return 'idle'
    const begun = waiting.subject === 'canary' ? await canaryStep(tx, clock, { lane, waiting }) : await recordStep(tx, clock, { partnerId, waiting, subject: waiting.subject })
    if (begun !== undefined) return begun
    await settle(tx, waiting)
    return 'settled'
  })
}

export function isResting({ nextTryAt }: Lane, now: Instant): boolean {
  return nextTryAt !== null && now < nextTryAt
}

interface Taken {
  readonly partnerId: string
  readonly waiting: Waiting
  readonly subject: Subject
}

async function recordStep(tx: Database, clock: Clock, { partnerId, waiting, subject }: Taken): Promise<Begun | undefined> {
  const { rule, judged } = await judgeNow(tx, { partnerId, subject, subjectId: waiting.subjectId, kinds: kindsOf[subject], today: clock.today() })
  const [first, ...others] = judged.filter(({ due }) => due !== 'nothing')
  return first && beginWith(tx, clock, { partnerId, judged: first, rule, subject, settles: others.length === 0 ? waiting : undefined })
}

async function canaryStep(tx: Database, clock: Clock, { lane, waiting }: { readonly lane: Lane; readonly waiting: Waiting }): Promise<Begun | undefined> {
  const { rule, judged } = await canaryDue(tx, clock, lane)
  return judged && beginWith(tx, clock, { partnerId: lane.partnerId, judged, rule, subject: 'canary', settles: waiting })
}

interface Writing {
  readonly partnerId: string
  readonly subject: Begun['subject']
  readonly settles: Begun['settles']
  readonly judged: Judged
  readonly rule: Rule | undefined
}

async function beginWith(tx: Database, clock: Clock, writing: Writing): Promise<Begun> {
  const { subject, settles, judged: { item, due } } = writing
  if (item !== undefined && (due === 'release-again' || due === 'withdraw-again')) return { item, subject, settles, fresh: false }
  return { item: await write(tx, clock, writing), subject, settles, fresh: true }
}

async function write(tx: Database, clock: Clock, { partnerId, judged, rule }: Writing): Promise<Item> {
  const { kind, subjectId, judgement, bodySha256, item } = judged
  const id = itemId(partnerId, kind, subjectId)
  const message = { id, partnerId, kind, subjectId, messageId: newId(), number: await nextNumber(tx, partnerId), ruleVersion: rule?.version ?? item?.ruleVersion ?? 0, begunAt: clock.now() }
  const event: ItemEvent = judgement.release
    ? { type: 'release-begun', ...message, bodySha256: bodySha256 ?? '', replaces: item !== undefined && mayHold(item) ? item.messageId : null }
    : { type: 'withdrawal-begun', ...message, because: judgement.because }
  await changeIn(tx, items, { id, by: machine(clock, rule) }, () => announce(event))
  const written = await readItem(tx, id)
  if (written === undefined) throw new Error(`Item ${id} was written and is not there`)
  return written
}
