import type { HistoryEntry } from '#platform/events'
import { dayOf } from '#values'
import type { TimelineEntry } from '../case/timeline-entry.ts'
import type { PaymentEvent } from './payment.ts'
import { toldOfPayment } from './tell-payment.ts'

/** What happened to the money, newest first. */
export function paymentTimeline(entries: readonly HistoryEntry[], references: ReadonlyMap<string, string>): readonly Omit<TimelineEntry, 'role' | 'under'>[] {
  return entries.toReversed().flatMap(({ body, by }) => (body === undefined ? [] : [{ at: by.at, on: dayOf(by.at), by: by.name, ...toldOfPayment(body as PaymentEvent, (penaltyId) => references.get(penaltyId)) }]))
}
