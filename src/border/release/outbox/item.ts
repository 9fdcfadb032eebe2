import { announce, refuse, type Decision } from '#platform/decisions'
import type { Instant } from '#values'
import type { HeldBack } from '../judge/judge.ts'
import type { Kind } from '../record/record.ts'

/**
 * Where one record stands with one partner. `sending` and `withdrawing`: a message is on its way and nobody knows yet
 * whether it arrived. `awaiting`: the partner has the withdrawal and has not yet said what became of what it held.
 */
export const stages = ['sending', 'released', 'not-sent', 'refused', 'withdrawing', 'awaiting', 'deleted', 'kept', 'never-had'] as const

export type Stage = (typeof stages)[number]

/** What a partner says of something withdrawn. */
export type Outcome = 'deleted' | 'kept' | 'never-had'

/** One record and one partner: what was last sent, and what came of it. What was said is not kept, only its hash. */
export interface Item {
  readonly id: string
  readonly partnerId: string
  readonly kind: Kind
  readonly subjectId: string
  readonly stage: Stage
  /** The last message, which is also the key by which the partner ignores a repeat. */
  readonly messageId: string
  readonly number: number
  readonly bodySha256: string | null
  /** The partner has or may have an earlier message about it, whatever becomes of this one. */
  readonly heldBefore: boolean
  readonly ruleVersion: number
  readonly begunAt: Instant
  readonly answeredAt: Instant | null
  readonly because: HeldBack | null
  readonly reason: string | null
  readonly escalatedTo: string | null
  readonly escalatedAt: Instant | null
}

type Head = Pick<Item, 'id' | 'partnerId' | 'kind' | 'subjectId'>
type Message = Pick<Item, 'messageId' | 'number' | 'ruleVersion' | 'begunAt'>

export interface ReleaseBegun extends Head, Message {
  readonly type: 'release-begun'
  readonly bodySha256: string
  /** The message that this one takes the place of, where the record was corrected. */
  readonly replaces: string | null
}

export interface WithdrawalBegun extends Head, Message {
  readonly type: 'withdrawal-begun'
  readonly because: HeldBack
}

/** The rule or the record changed after the message was written down and before a byte of it left. */
export interface ReleaseNotSent {
  readonly type: 'release-not-sent'
  readonly messageId: string
}

export interface MessageReceived {
  readonly type: 'release-received' | 'withdrawal-received'
  readonly messageId: string
  readonly answeredAt: Instant
}

export interface ReleaseRefused {
  readonly type: 'release-refused'
  readonly messageId: string
  readonly answeredAt: Instant
  readonly reason: string
}

export interface WithdrawalAnswered {
  readonly type: 'withdrawal-answered'
  readonly messageId: string
  readonly answeredAt: Instant
  readonly outcome: Outcome
  readonly reason: string | null
}

export interface WithdrawalEscalated {
  readonly type: 'withdrawal-escalated'
  readonly escalatedTo: string
  readonly escalatedAt: Instant
}

export type ItemEvent = ReleaseBegun | WithdrawalBegun | ReleaseNotSent | MessageReceived | ReleaseRefused | WithdrawalAnswered | WithdrawalEscalated

const nothingYet = { answeredAt: null, because: null, reason: null, escalatedTo: null, escalatedAt: null }

export function evolveItem(item: Item | undefined, event: ItemEvent): Item {
  if (event.type === 'release-begun') return begun(event)
  if (event.type === 'withdrawal-begun') return withdrawn(item, event)
  if (item === undefined) throw new Error(`${event.type} before anything was begun`)
  switch (event.type) {
    case 'release-not-sent': return { ...item, stage: 'not-sent', bodySha256: null }
    case 'release-received': return { ...item, stage: 'released', answeredAt: event.answeredAt }
    case 'withdrawal-received': return { ...item, stage: 'awaiting', answeredAt: event.answeredAt }
    case 'release-refused': return { ...item, stage: 'refused', answeredAt: event.answeredAt, reason: event.reason }
    case 'withdrawal-answered': return { ...item, stage: event.outcome, answeredAt: event.answeredAt, reason: event.reason }
    case 'withdrawal-escalated': return { ...item, escalatedTo: event.escalatedTo, escalatedAt: event.escalatedAt }
  }
}

function begun({ type: _type, replaces, ...message }: ReleaseBegun): Item {
  return { ...message, ...nothingYet, heldBefore: replaces !== null, stage: 'sending' }
}

/** The partner has what was last sent, or may have: after a message without an answer that is assumed. */
export function mayHold({ stage, heldBefore }: Pick<Item, 'stage' | 'heldBefore'>): boolean {
  return stage === 'sending' || stage === 'released' || (heldBefore && (stage === 'not-sent' || stage === 'refused'))
}

/** Only a canary is asked back without ever having been sent. */
function withdrawn(item: Item | undefined, { type: _type, ...message }: WithdrawalBegun): Item {
  return { ...nothingYet, ...message, bodySha256: item?.bodySha256 ?? null, heldBefore: false, stage: 'withdrawing' }
}

/** What a partner answered to a message, whether at once or days later. */
export interface Answer {
  readonly messageId: string
  readonly outcome: 'received' | 'refused' | Outcome
  readonly reason: string | null
  readonly at: Instant
}

type Answered = MessageReceived | ReleaseRefused | WithdrawalAnswered

/** Takes the answer to the last message. An answer to an older one, or the same one again, changes nothing. */
export function takeAnswer(item: Item | undefined, { messageId, outcome, reason, at: answeredAt }: Answer): Decision<Answered> {
  if (item === undefined) return refuse('no-such-item')
  if (item.messageId !== messageId) return announce()
  const waits = item.stage === 'withdrawing' || item.stage === 'awaiting'
  if (item.stage === 'sending' && outcome === 'received') return announce({ type: 'release-received', messageId, answeredAt })
  if (item.stage === 'sending' && outcome === 'refused') return announce({ type: 'release-refused', messageId, answeredAt, reason: reason ?? '' })
  if (item.stage === 'withdrawing' && outcome === 'received') return announce({ type: 'withdrawal-received', messageId, answeredAt })
  if (!waits || outcome === 'received' || outcome === 'refused') return announce()
  if (outcome === 'kept' && (reason ?? '') === '') return refuse('kept-without-a-reason')
  return announce({ type: 'withdrawal-answered', messageId, answeredAt, outcome, reason })
}
