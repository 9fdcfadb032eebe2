import { addPence, noPence, subtractPence, type Pence } from '#values'
import { allocatedTo, type Allocation, type Payment, type PaymentEvent, type RefundFailed } from './payment.ts'

export function evolvePayment(state: Payment | undefined, event: PaymentEvent): Payment {
  if (event.type === 'payment-received') {
    const { paymentId, caseId, receivedOn, amountPence, payer, method, reference } = event
    return { id: paymentId, caseId, receivedOn, amountPence, payer, method, reference, allocations: [], heldPence: amountPence, refund: null, refunds: [], lostPence: noPence, returned: null }
  }
  if (state === undefined) throw new Error(`A payment cannot begin with ${event.type}`)
  switch (event.type) {
    case 'payment-allocated':
      return moved(state, event.penaltyId, event.amountPence)
    case 'allocation-released':
      return moved(state, event.penaltyId, subtractPence(noPence, event.amountPence))
    case 'refund-proposed':
      return { ...state, refund: { amountPence: event.amountPence, why: event.why, prepared: null } }
    case 'refund-withdrawn':
      return { ...state, refund: null }
    case 'refund-prepared': {
      const { type: _type, under: _under, ...prepared } = event
      return { ...state, refund: state.refund && { ...state.refund, prepared } }
    }
    case 'refund-sent-back':
      return { ...state, refund: state.refund && { ...state.refund, prepared: null } }
    case 'refund-paid':
      return { ...state, refund: null, refunds: [...state.refunds, event.refund], heldPence: subtractPence(state.heldPence, event.refund.amountPence) }
    case 'refund-failed':
      return failed(state, event)
    case 'payment-lost':
      return { ...state, refund: null, heldPence: subtractPence(state.heldPence, event.amountPence), lostPence: addPence(state.lostPence, event.amountPence) }
    case 'payment-returned':
      return { ...state, heldPence: noPence, refund: null, returned: { on: event.on, reasons: event.reasons } }
  }
}

/** From what is held to a penalty; a negative amount comes back. */
function moved(state: Payment, penaltyId: string, amountPence: Pence): Payment {
  const now = addPence(allocatedTo(state, penaltyId), amountPence)
  const others = state.allocations.filter((each) => each.penaltyId !== penaltyId)
  const allocations: readonly Allocation[] = now === 0 ? others : [...others, { penaltyId, amountPence: now }]
  return { ...state, allocations, heldPence: subtractPence(state.heldPence, amountPence) }
}

function failed(state: Payment, { cardRefundId, on, why }: RefundFailed): Payment {
  const back = state.refunds.filter((refund) => refund.cardRefundId === cardRefundId).map(({ amountPence }) => amountPence)
  const refunds = state.refunds.map((refund) => (refund.cardRefundId === cardRefundId ? { ...refund, failed: { on, why } } : refund))
  return { ...state, refunds, heldPence: addPence(state.heldPence, ...back) }
}
