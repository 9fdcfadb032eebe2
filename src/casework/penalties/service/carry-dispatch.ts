import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate, type Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { Dispatch, DispatchFailed, DispatchHandedOver, DispatchSent } from './dispatch.ts'

/** A carrier has it. Heard twice, it is recorded once. */
export function handOver(dispatch: Dispatch | undefined, carrier: string, carrierId: string, at: Instant): Decision<DispatchHandedOver> {
  if (dispatch === undefined) return refuse('no-such-dispatch')
  return dispatch.stage === 'planned' ? announce({ type: 'dispatch-handed-over', carrier, carrierId, at }) : announce()
}

export interface Sending {
  readonly on: CalendarDate
  /** Batch, tray and time at the post; the carrier's own word; who took it at the door. */
  readonly evidence: string
  readonly by: Named
  readonly today: CalendarDate
}

/** It has left us. The evidence is kept because silence proves nothing (casework.md C26). */
export function recordSent(dispatch: Dispatch | undefined, { today, ...sent }: Sending): Decision<DispatchSent> {
  if (dispatch === undefined) return refuse('no-such-dispatch')
  if (dispatch.sent !== null) return announce()
  if (dispatch.stage !== 'planned' && dispatch.stage !== 'handed-over') return refuse('dispatch-does-not-wait')
  if (isAfter(sent.on, today)) return refuse('sent-in-future')
  if (isBefore(sent.on, dispatch.plannedOn)) return refuse('sent-before-planned')
  if (sent.evidence.trim() === '') return refuse('say-what-proves-it')
  return announce({ type: 'dispatch-sent', ...sent })
}

/** The carrier could not or would not take it, for good. What has left cannot fail any more: it can come back. */
export function recordFailure(dispatch: Dispatch | undefined, why: string, at: Instant): Decision<DispatchFailed> {
  if (dispatch === undefined) return refuse('no-such-dispatch')
  return dispatch.stage === 'planned' || dispatch.stage === 'handed-over' ? announce({ type: 'dispatch-failed', why, at }) : announce()
}
