import { inPounds } from '#values'
import type { Told } from '../case/timeline-entry.ts'
import type { PaymentEvent } from './payment.ts'

const types: Readonly<Record<PaymentEvent['type'], true>> = {
  'payment-received': true, 'payment-allocated': true, 'allocation-released': true, 'payment-returned': true, 'payment-lost': true,
  'refund-proposed': true, 'refund-withdrawn': true, 'refund-prepared': true, 'refund-sent-back': true, 'refund-paid': true, 'refund-failed': true,
}

export function isOfPayment<Other extends { readonly type: string }>(event: PaymentEvent | Other): event is PaymentEvent {
  return Object.hasOwn(types, event.type)
}

/** What a timeline says of a payment; `whose` names a penalty. */
export function toldOfPayment(event: PaymentEvent, whose: (penaltyId: string) => string | undefined): Told {
  const debt = (penaltyId: string): string => whose(penaltyId) ?? 'a penalty'
  switch (event.type) {
    case 'payment-received': return { text: `${inPounds(event.amountPence)} received from ${event.payer}` }
    case 'payment-allocated': return { text: `${inPounds(event.amountPence)} set against ${debt(event.penaltyId)}`, kind: 'done' }
    case 'allocation-released': return { text: `${inPounds(event.amountPence)} taken back off ${debt(event.penaltyId)}`, reason: event.why }
    case 'payment-returned': return { text: 'Payment taken back by the bank', reason: event.reasons, kind: 'stop' }
    case 'payment-lost': return { text: `${inPounds(event.amountPence)} of a payment lost in a card dispute`, reason: event.why, kind: 'stop' }
    default: return toldOfRefund(event)
  }
}

type RefundEvent = Extract<PaymentEvent, { readonly type: `refund-${string}` }>

function toldOfRefund(event: RefundEvent): Told {
  switch (event.type) {
    case 'refund-proposed': return { text: `Refund of ${inPounds(event.amountPence)} proposed`, reason: event.why, kind: 'look' }
    case 'refund-withdrawn': return { text: 'Refund no longer proposed' }
    case 'refund-prepared': return { text: `Refund to ${event.payee} made ready by ${event.preparedBy.name}`, reason: event.reasons, kind: 'look' }
    case 'refund-sent-back': return { text: `Refund not approved by ${event.sentBackBy.name}`, reason: event.reasons, kind: 'stop' }
    case 'refund-paid': {
      const { amountPence, payee, approvedBy, approvalReasons, reasons } = event.refund
      return { text: `${inPounds(amountPence)} paid back to ${payee}${approvedBy === null ? '' : `, approved by ${approvedBy.name}`}`, reason: approvalReasons ?? reasons, kind: 'done' }
    }
    case 'refund-failed': return { text: 'A refund did not arrive, and is held again', reason: event.why, kind: 'stop' }
  }
}
