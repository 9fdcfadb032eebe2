import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { announce, isRefused } from '#platform/decisions'
import { canonical, changeIn, sha256 } from '#platform/events'
import { withdrawEntry, watchlistEntry } from '#border/watchlists'
import { day, type By } from '#values'
import type { AnswerMessage, PartnerMessage, ReleaseMessage, SuccessorMessage, WithdrawalMessage } from '../message/message.ts'
import { readItem } from '../outbox/item.store.ts'
import { takeAnswerIn } from '../outbox/take-answer.store.ts'
import { partners } from '../partner/partner.store.ts'
import { followKey, type Partner } from '../partner/partner.ts'
import type { Rule } from '../rule/rule.ts'
import { eraseBody, readReceived, receivedId, receivedItems, saveBody } from './received.store.ts'
import { forgetItem, takeIn } from './received.ts'

/** What we answer to a partner's message. */
export type Outcome = Pick<AnswerMessage, 'outcome' | 'reason'>

export interface From {
  readonly partner: Partner
  /** The rule in force; without one nothing new is taken, but what was told can be taken back. */
  readonly rule: Rule | undefined
  readonly clock: Clock
  /** The key that signed the message. */
  readonly signedWith: string
}

/** Takes a partner's message, whole or not at all. The same message again gets the same answer and changes nothing. */
export async function receive(db: Database, from: From, message: PartnerMessage): Promise<Outcome> {
  return db.transaction().execute((tx) => {
    switch (message.type) {
      case 'release': return takeRelease(tx, from, message)
      case 'withdrawal': return takeBack(tx, from, message)
      case 'answer': return takeLateAnswer(tx, from, message)
      case 'successor': return takeSuccessor(tx, from, message)
    }
  })
}

async function takeRelease(tx: Database, { partner, rule, clock }: From, message: ReleaseMessage): Promise<Outcome> {
  const { item, kind, number, facts, marking, conditions } = message
  if (rule === undefined || !rule.terms.accepts.includes(kind)) return { outcome: 'refused', reason: 'not-agreed' }
  const id = receivedId(partner.id, item)
  const telling = { id, partnerId: partner.id, item, kind, number, messageId: message.id, bodySha256: sha256(canonical({ facts, marking, conditions })), toldAt: clock.now() }
  const decision = await changeIn(tx, receivedItems, { id, by: inTheNameOf(partner, clock, message.id) }, (known) => takeIn(known, telling))
  if (!isRefused(decision) && decision.events.length > 0) await saveBody(tx, id, { facts, marking, legalBasis: conditions.legalBasis, keepUntil: day(conditions.keepUntil) })
  return { outcome: 'received', reason: null }
}

async function takeBack(tx: Database, { partner, clock }: From, { id: messageId, item }: WithdrawalMessage): Promise<Outcome> {
  const id = receivedId(partner.id, item)
  if ((await readReceived(tx, id)) === undefined) return { outcome: 'never-had', reason: null }
  await forget(tx, id, inTheNameOf(partner, clock, messageId))
  return { outcome: 'deleted', reason: null }
}

/** Erases what it says and takes the vehicle off our list, where it was put for this alone. What our own officers recorded of it stays theirs. */
export async function forget(tx: Database, id: string, by: By): Promise<void> {
  const received = await readReceived(tx, id)
  if (received?.entryId !== undefined && received.entryId !== null) {
    await changeIn(tx, watchlistEntry, { id: received.entryId, by }, (entry) => (entry?.status === 'active' ? withdrawEntry(entry, by.at) : announce()))
  }
  await changeIn(tx, receivedItems, { id, by }, forgetItem)
  await eraseBody(tx, id)
}

/** From now on the partner signs with another key; what it signed with this one is taken for a while longer. */
async function takeSuccessor(tx: Database, { partner, clock, signedWith }: From, { id: messageId, key }: SuccessorMessage): Promise<Outcome> {
  const decision = await changeIn(tx, partners, { id: partner.id, by: inTheNameOf(partner, clock, messageId) }, (known) => followKey(known, { publicKey: key, after: signedWith, toldAt: clock.now() }))
  return isRefused(decision) ? { outcome: 'refused', reason: decision.refused } : { outcome: 'received', reason: null }
}

async function takeLateAnswer(tx: Database, { partner, clock }: From, { id, item: itemId, answers, outcome, reason }: AnswerMessage): Promise<Outcome> {
  const item = await readItem(tx, itemId)
  if (item?.partnerId !== partner.id) return { outcome: 'refused', reason: 'not-yours' }
  const decision = await takeAnswerIn(tx, item, { messageId: answers, outcome, reason, at: clock.now() }, inTheNameOf(partner, clock, id))
  return isRefused(decision) ? { outcome: 'refused', reason: decision.refused } : { outcome: 'received', reason: null }
}

function inTheNameOf({ name }: Partner, clock: Clock, messageId: string): By {
  return { officerId: 'machine', name: 'Juxta', role: 'machine', site: 'centre', at: clock.now(), reason: `${name} said so, signed, in message ${messageId}` }
}
