import { announce, refuse, type Decision } from '#platform/decisions'
import type { Instant } from '#values'
import type { Kind } from '../record/record.ts'

/** `waiting`: an entry that a person has to look at. `noted`: shown and nothing more. `taken`: on a list of ours. */
export type ReceivedStage = 'waiting' | 'noted' | 'taken' | 'declined' | 'forgotten'

/** Something a partner told us. What it says is kept beside it, until the partner takes it back or its time is over. */
export interface Received {
  readonly id: string
  readonly partnerId: string
  /** The partner's own name for it. */
  readonly item: string
  readonly kind: Kind
  readonly messageId: string
  readonly number: number
  readonly bodySha256: string
  readonly stage: ReceivedStage
  /** The entry it became on our list. */
  readonly entryId: string | null
  readonly toldAt: Instant
}

export type Told = Omit<Received, 'stage' | 'entryId'>

export interface ItemTold extends Told {
  readonly type: 'item-told'
}

export interface ItemTaken {
  readonly type: 'item-taken'
  readonly entryId: string
}

export interface ItemClosed {
  readonly type: 'item-declined' | 'item-forgotten'
}

export type ReceivedEvent = ItemTold | ItemTaken | ItemClosed

export function evolveReceived(received: Received | undefined, event: ReceivedEvent): Received {
  if (event.type === 'item-told') return told(received, event)
  if (received === undefined) throw new Error(`${event.type} before it was told`)
  switch (event.type) {
    case 'item-taken': return { ...received, stage: 'taken', entryId: event.entryId }
    case 'item-declined': return { ...received, stage: 'declined' }
    case 'item-forgotten': return { ...received, stage: 'forgotten' }
  }
}

/** An entry that was taken and is told anew waits for a person again, who sees that it is on the list already. */
function told(received: Received | undefined, { type: _type, ...facts }: ItemTold): Received {
  return { ...facts, stage: facts.kind === 'entry' ? 'waiting' : 'noted', entryId: received?.entryId ?? null }
}

/** The same message again, or one that a newer has overtaken, changes nothing. */
export function takeIn(received: Received | undefined, telling: Told): Decision<ItemTold> {
  return received !== undefined && received.number >= telling.number ? announce() : announce({ type: 'item-told', ...telling })
}

/** Lists the vehicle here: a person's act, because officers will stand before it. */
export function takeEntry(received: Received | undefined, entryId: string): Decision<ItemTaken> {
  if (received === undefined) return refuse('no-such-item')
  return received.stage === 'waiting' ? announce({ type: 'item-taken', entryId }) : refuse('received-item-closed')
}

export function declineEntry(received: Received | undefined): Decision<ItemClosed> {
  if (received === undefined) return refuse('no-such-item')
  return received.stage === 'waiting' ? announce({ type: 'item-declined' }) : refuse('received-item-closed')
}

/** The partner took it back, or the day came until which it may be kept. */
export function forgetItem(received: Received | undefined): Decision<ItemClosed> {
  if (received === undefined) return refuse('no-such-item')
  return received.stage === 'forgotten' ? announce() : announce({ type: 'item-forgotten' })
}
