import { powerToHandOver } from '#law'
import type { Instant } from '#values'
import { announce, refuse, type Decision } from '#platform/decisions'
import { peopleFound } from './alarm.ts'
import type { Detection, HandOverAcknowledged, PeopleHandedOver, ReceiptNoted } from './detection.ts'
import { peopleIn, type Acknowledgement, type NewHandOver } from './hand-over.ts'

/** Records that people were given over to the French police. Sent twice with the same id, it is recorded once. */
export function handOverPeople(detection: Detection | undefined, handOver: NewHandOver, now: Instant): Decision<PeopleHandedOver> {
  if (detection === undefined) return refuse('no-such-detection')
  if (detection.stage !== 'recorded') return refuse('record-first')
  if (detection.handOvers.some(({ id }) => id === handOver.id)) return announce()
  const fault = faultInHandOver(detection, handOver, now)
  if (fault !== undefined) return refuse(fault)

  return announce({ type: 'people-handed-over', handOver, under: powerToHandOver(detection.site) })
}

/** Ages are as stated and may be judged anew at the hand-over, so only the number of people has to agree. */
export function faultInHandOver({ alarm, handOvers }: Pick<Detection, 'alarm' | 'handOvers'>, handOver: NewHandOver, now: Instant): string | undefined {
  if (alarm === null) return 'record-first'
  if (handOver.adults + handOver.children === 0) return 'nobody-handed-over'
  const { adults, children } = peopleIn([...handOvers, handOver])
  if (adults + children > peopleFound(alarm)) return 'more-handed-over-than-found'
  if (handOver.handedOverAt < alarm.foundAt) return 'handed-over-before-found'
  if (handOver.handedOverAt > now) return 'handed-over-in-the-future'
  return undefined
}

/** How many of the people found are still with us. */
export function stillWithUs({ alarm, handOvers }: Pick<Detection, 'alarm' | 'handOvers'>): number {
  if (alarm === null) return 0
  const { adults, children } = peopleIn(handOvers)
  return peopleFound(alarm) - adults - children
}

/** The reference of a receipt that came after the people had gone. A receipt once noted is not replaced. */
export function noteReceipt(detection: Detection | undefined, handOverId: string, receiptReference: string): Decision<ReceiptNoted> {
  const handOver = detection?.handOvers.find(({ id }) => id === handOverId)
  if (handOver === undefined) return refuse('no-such-hand-over')
  if (handOver.receiptReference === receiptReference) return announce()
  if (handOver.receiptReference !== null) return refuse('receipt-already-noted')

  return announce({ type: 'receipt-noted', handOverId, receiptReference })
}

/** The French side says that it has received them. */
export function acknowledgeHandOver(detection: Detection | undefined, handOverId: string, acknowledged: Acknowledgement): Decision<HandOverAcknowledged> {
  const handOver = detection?.handOvers.find(({ id }) => id === handOverId)
  if (handOver === undefined) return refuse('no-such-hand-over')
  if (handOver.acknowledged !== null) return announce()

  return announce({ type: 'hand-over-acknowledged', handOverId, acknowledged })
}
