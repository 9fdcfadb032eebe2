import { announce } from '#platform/decisions'
import { change } from '#platform/events'
import { epochMsOf, hoursAfter } from '#values'
import { canariesEveryMs, waitingFold, withdrawalAnswerHours } from '../limits.ts'
import { allPartners } from '../partner/partner.store.ts'
import type { Partner } from '../partner/partner.ts'
import { forget } from '../received/receive.store.ts'
import { receivedToForget } from '../received/received.store.ts'
import { ruleInForce, rulesOf } from '../rule/rule.store.ts'
import { canarySubject } from '../canary/canaries.store.ts'
import { machine, type Outbox } from './outbox.ts'
import { dueUnder } from './due-under.store.ts'
import { items, unansweredWithdrawals } from './item.store.ts'
import { allLanes, noteLane, type Lane } from './lane.store.ts'
import { enqueue, foldQueue, queueLengths } from './queue.store.ts'

/**
 * What no changed row brings about: a day or a rule begins or ends and everything is judged anew, canaries go their round, and a
 * withdrawal without an answer goes to a named person.
 */
export async function sweep(outbox: Outbox): Promise<void> {
  const { db } = outbox
  const [lengths, lanes, partners] = await Promise.all([queueLengths(db), allLanes(db), allPartners(db)])
  for (const partner of partners) {
    const [length, lane] = [lengths.get(partner.id), lanes.get(partner.id)]
    await judgeAnew(outbox, partner, lane)
    if ((length?.canaries ?? 0) === 0) await sendCanaries(outbox, partner.id, lane)
    if ((length?.waiting ?? 0) > waitingFold) await foldQueue(db, partner.id)
  }
  await escalateWithdrawals(outbox)
  await forgetReceived(outbox)
}

/** Puts in the queue whatever is due under the rule of today, once for each rule and day and after each change of a marking. */
async function judgeAnew({ db, clock }: Outbox, partner: Partner, lane: Lane | undefined): Promise<void> {
  const today = clock.today()
  const rule = await ruleInForce(db, partner, today)
  const sweptFor = `${rule?.version ?? 'none'} on ${today}`
  if (lane?.sweptFor === sweptFor) return
  // Said first: a marking that changes meanwhile says otherwise, and everything is judged once more.
  await noteLane(db, partner.id, { sweptFor })
  for await (const part of dueUnder(db, { partnerId: partner.id, rule, today })) await enqueue(db, partner.id, part)
}

async function sendCanaries({ db, clock }: Outbox, partnerId: string, lane: Lane | undefined): Promise<void> {
  const last = lane?.canariesJudgedAt ?? null
  const isDue = last === null || epochMsOf(clock.now()) - epochMsOf(last) >= canariesEveryMs
  if (isDue) await enqueue(db, partnerId, [{ subject: 'canary', subjectId: canarySubject(partnerId) }])
}

async function escalateWithdrawals({ db, clock }: Outbox): Promise<void> {
  for (const { id, partnerId } of await unansweredWithdrawals(db, hoursAfter(-withdrawalAnswerHours, clock.now()))) {
    const rule = (await rulesOf(db, partnerId)).find(({ status }) => status === 'approved')
    const by = { ...machine(clock, rule), reason: `No answer for ${withdrawalAnswerHours} hours` }
    await change(db, items, { id, by }, (item) => {
      const waits = item?.escalatedAt === null && (item.stage === 'withdrawing' || item.stage === 'awaiting')
      return waits ? announce({ type: 'withdrawal-escalated' as const, escalatedTo: rule?.terms.escalateTo ?? '', escalatedAt: clock.now() }) : announce()
    })
  }
}

/** What a partner told us is erased when the day has passed until which we may keep it. */
async function forgetReceived({ db, clock }: Outbox): Promise<void> {
  const by = { ...machine(clock, undefined), reason: 'The day has passed until which it may be kept' }
  for (const id of await receivedToForget(db, clock.today())) await db.transaction().execute((tx) => forget(tx, id, by))
}
