import { announce, refuse, type Decision } from '#platform/decisions'
import type { Pence } from '#values'
import { allocatedTo, type AllocationReleased, type Payment } from './payment.ts'

export interface Releasing {
  readonly penaltyId: string
  readonly amountPence: Pence
  readonly why: string
}

/** A debt became smaller than what was paid towards it, so the difference is held again. */
export function releaseAllocation(payment: Payment | undefined, releasing: Releasing): Decision<AllocationReleased> {
  if (payment === undefined) return refuse('no-such-payment')
  if (releasing.amountPence <= 0 || releasing.amountPence > allocatedTo(payment, releasing.penaltyId)) return refuse('more-than-was-allocated')
  return announce({ type: 'allocation-released', ...releasing })
}
