import type { Database } from '#platform/database'
import { announce, isRefused } from '#platform/decisions'
import { changeIn } from '#platform/events'
import { OutgoingRefused, type Send } from '#platform/outgoing'
import type { Instant } from '#values'
import type { Body } from '../judge/judge.ts'
import { judgeNow } from '../judge/judge-now.store.ts'
import type { AnswerMessage, PartnerMessage } from '../message/message.ts'
import { signed, verified, type SigningKey } from '../message/sign.feed.ts'
import { keyFor, publicKeysOf, type OwnKeys } from '../own-key/own-keys.feed.ts'
import { readPartner } from '../partner/partner.store.ts'
import { keysOf } from '../partner/partner.ts'
import type { Rule } from '../rule/rule.ts'
import { rulesOf } from '../rule/rule.store.ts'
import type { Begun } from './begin.feed.ts'
import { items, readItem } from './item.store.ts'
import type { Item } from './item.ts'
import { holdRule, noteLane, readLane } from './lane.store.ts'
import { machine, nextTry, type Outbox } from './outbox.ts'
import { settle } from './queue.store.ts'
import { takeAnswerIn } from './take-answer.store.ts'

/** What sending needs beside the database: a way out and keys. */
export interface Sender extends Outbox {
  readonly send: Send
  readonly keys: OwnKeys
  /** When each partner that has not taken our next key is told of it again. */
  readonly tellKeyAgainAt: Map<string, Instant>
}

/** Something came back, and it was no answer of the partner's to this message. */
class NoAnswer extends Error {}

/** `answered`: the partner said what it made of it. `changed`: it would not be sent now, so it was not. `unknown`: try again under the same key. */
export type Delivery = 'answered' | 'changed' | 'unknown'

/**
 * Sends what was begun, if the rule and the record still say so at this moment. They are read in the transaction in which it is sent,
 * and a rule cannot be changed while a message is on its way.
 */
export async function deliver(sender: Sender, begun: Begun): Promise<Delivery> {
  const { db, clock } = sender
  const { partnerId } = begun.item
  try {
    return await db.transaction().execute(async (tx) => {
      await holdRule(tx, partnerId)
      const now = await standingNow(tx, sender, begun)
      if (now === undefined) return notSent(tx, sender, begun)
      const answer = await ask(sender, now.to, now.message)
      const { answers: messageId, outcome, reason } = answer
      const by = { ...machine(clock, undefined), reason: 'What the partner answered, signed' }
      const decision = await takeAnswerIn(tx, begun.item, { messageId, outcome, reason, at: clock.now() }, by)
      if (isRefused(decision)) throw new NoAnswer(`the answer cannot be taken: ${decision.refused}`)
      await noteLane(tx, partnerId, { failures: 0, nextTryAt: null, lastFault: null, lastAnsweredAt: clock.now() })
      if (begun.settles !== undefined) await settle(tx, begun.settles)
      return 'answered'
    })
  } catch (fault) {
    return noteUnanswered(sender, partnerId, fault)
  }
}

/** Silence, or nothing that counts as an answer; anything else is a fault of our own. */
export function isUnanswered(fault: unknown): fault is Error {
  return fault instanceof OutgoingRefused || fault instanceof NoAnswer
}

/** Nothing is known of what became of it, so it is tried again later. */
async function noteUnanswered({ db, clock }: Outbox, partnerId: string, fault: unknown): Promise<'unknown'> {
  if (!isUnanswered(fault)) throw fault
  const failures = ((await readLane(db, partnerId))?.failures ?? 0) + 1
  await noteLane(db, partnerId, { failures, nextTryAt: nextTry(failures, clock.now()), lastFault: fault.message.slice(0, 300) })
  return 'unknown'
}

/** Where a partner is reached, and by which keys each of us knows the other. */
export interface Addressee {
  readonly address: string
  readonly keys: ReturnType<typeof keysOf>
  readonly signing: SigningKey
}

export async function addressee(tx: Database, { clock, keys }: Sender, { partnerId, terms }: Pick<Rule, 'partnerId' | 'terms'>): Promise<Addressee> {
  const partner = await readPartner(tx, partnerId)
  if (partner === undefined) throw new Error(`A rule names the partner ${partnerId}, who is not there`)
  return { address: terms.address, keys: keysOf(partner, terms.publicKey, clock.now()), signing: keyFor(keys, partner) }
}

interface Standing {
  readonly to: Addressee
  readonly message: PartnerMessage
}

/** The message as it would be written now; undefined when that is no longer the one that was begun. */
async function standingNow(tx: Database, sender: Sender, { item, subject }: Begun): Promise<Standing | undefined> {
  const { clock } = sender
  const current = await readItem(tx, item.id)
  if (current?.messageId !== item.messageId || (current.stage !== 'sending' && current.stage !== 'withdrawing')) return undefined
  if (current.stage === 'withdrawing') return withdrawalNow(tx, sender, { item: current, subject })
  if (subject === 'canary') throw new Error(`A canary of ${item.partnerId} was about to be released`)
  const { rule, judged: [judged] } = await judgeNow(tx, { partnerId: item.partnerId, subject, subjectId: item.subjectId, kinds: [item.kind], today: clock.today() })
  if (rule === undefined || judged?.due !== 'release-again' || !judged.judgement.release) return undefined
  const to = await addressee(tx, sender, rule)
  const head = { id: item.messageId, number: item.number, to: to.keys[0], sentAt: clock.now() }
  return { to, message: releaseMessage(head, current, judged.judgement.body) }
}

/** A withdrawal goes to the address of the newest rule there ever was, even when none is in force any more. */
async function withdrawalNow(tx: Database, sender: Sender, { item, subject }: Pick<Begun, 'item' | 'subject'>): Promise<Standing | undefined> {
  if (subject !== 'canary' && !(await stillDue(tx, sender, item, subject))) return undefined
  const rule = (await rulesOf(tx, item.partnerId)).find(({ status }) => status === 'approved')
  if (rule === undefined) return undefined
  const to = await addressee(tx, sender, rule)
  return { to, message: { type: 'withdrawal', id: item.messageId, number: item.number, to: to.keys[0], sentAt: sender.clock.now(), item: item.id, because: item.because ?? 'record-gone' } }
}

async function stillDue(tx: Database, { clock }: Pick<Sender, 'clock'>, { partnerId, subjectId, kind }: Item, subject: 'hit' | 'entry'): Promise<boolean> {
  const { judged: [judged] } = await judgeNow(tx, { partnerId, subject, subjectId, kinds: [kind], today: clock.today() })
  return judged?.due === 'withdraw-again'
}

type Head = Pick<PartnerMessage, 'id' | 'number' | 'to' | 'sentAt'>

function releaseMessage(head: Head, item: Item, { kind, marking, facts, conditions }: Body): PartnerMessage {
  return { ...head, type: 'release', item: item.id, kind, marking, facts, conditions }
}

/** Nothing left, so the log says that too; where the partner may have had an earlier message, it is judged anew as one that may. */
async function notSent(tx: Database, { clock }: Sender, { item, fresh }: Begun): Promise<Delivery> {
  if (fresh && item.stage === 'sending') {
    await changeIn(tx, items, { id: item.id, by: machine(clock, undefined) }, (now) => (now?.messageId === item.messageId && now.stage === 'sending' ? announce({ type: 'release-not-sent' as const, messageId: item.messageId }) : announce()))
  }
  return 'changed'
}

export async function ask({ send, keys }: Sender, { address, keys: theirs, signing }: Addressee, message: PartnerMessage): Promise<AnswerMessage> {
  const { status, body } = await send(address, await signed(message, signing), { 'content-type': 'application/jose', 'accept': 'application/jose', 'idempotency-key': message.id })
  if (status !== 200) throw new NoAnswer(`the partner answered ${status}`)
  const answer = (await verified(body, { by: theirs, to: publicKeysOf(keys) }))?.message
  if (answer?.type !== 'answer' || answer.answers !== message.id || answer.number !== message.number) throw new NoAnswer('the answer is not signed by the partner, or is to another message')
  return answer
}
