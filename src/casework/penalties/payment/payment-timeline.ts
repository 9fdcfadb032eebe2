import type { HistoryEntry } from '#platform/events'
import { dayOf, inPounds, type CalendarDate, type Instant } from '#values'
import type { PaymentEvent } from './payment.ts'

export interface TimelineEntry {
  readonly at: Instant
  readonly on: CalendarDate
  readonly text: string
  readonly by: string
  readonly reason?: string
  readonly kind?: 'done' | 'stop' | 'look'
}

/** What happened to the money, newest first. */
export function paymentTimeline(entries: readonly HistoryEntry[], references: ReadonlyMap<string, string>): readonly TimelineEntry[] {
  return entries.toReversed().flatMap(({ body, by }) => (body === undefined ? [] : [{ at: by.at, on: dayOf(by.at), by: by.name, ...told(body as PaymentEvent, references) }]))
}

function told(event: PaymentEvent, references: ReadonlyMap<string, string>): Pick<TimelineEntry, 'text' | 'reason' | 'kind'> {
  switch (event.type) {
    case 'payment-received':
      return { text: `${inPounds(event.amountPence)} received` }
    case 'payment-allocated':
      return { text: `${inPounds(event.amountPence)} set against ${references.get(event.penaltyId) ?? 'a penalty'}`, kind: 'done' }
    case 'allocation-released':
      return { text: `${inPounds(event.amountPence)} taken back off ${references.get(event.penaltyId) ?? 'a penalty'}`, reason: event.why }
    case 'refund-proposed':
      return { text: `Refund of ${inPounds(event.amountPence)} proposed`, reason: event.why, kind: 'look' }
    case 'refund-withdrawn':
      return { text: 'Refund no longer proposed' }
    case 'refund-prepared':
      return { text: `Refund to ${event.payee} made ready by ${event.preparedBy.name}`, reason: event.reasons, kind: 'look' }
    case 'refund-sent-back':
      return { text: `Refund not approved by ${event.sentBackBy.name}`, reason: event.reasons, kind: 'stop' }
    case 'refund-paid':
      return { text: `${inPounds(event.refund.amountPence)} paid back to ${event.refund.payee}${event.refund.approvedBy === null ? '' : `, approved by ${event.refund.approvedBy.name}`}`, reason: event.refund.approvalReasons ?? event.refund.reasons, kind: 'done' }
    case 'payment-returned':
      return { text: 'Taken back by the bank', reason: event.reasons, kind: 'stop' }
  }
}
