import type { Transporter } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { Named } from '../penalty/penalty.ts'
import { isUnderWay, type Dispatch, type DispatchPlanned, type DispatchWithheld } from './dispatch.ts'
import { mayBeServedBy } from './plan-channels.ts'

export type Planning = Omit<DispatchPlanned, 'type' | 'under'> & { readonly transporter: Transporter }

/** One more way for this letter to reach its reader. The same way to the same place is not taken twice while the first is under way. */
export function planDispatch(others: readonly Dispatch[], { transporter, ...planned }: Planning): Decision<DispatchPlanned> {
  const { channel, to, plannedOn, because } = planned
  if (because.trim() === '') return refuse('reasons-needed')
  if (!mayBeServedBy(channel, transporter, plannedOn)) return refuse('not-a-trailer-to-fix-it-to')
  if (channel === 'post' && to.lines.length === 0) return refuse('no-address-to-post-to')
  if (channel === 'email' && to.email === null) return refuse('no-email-to-send-to')
  if (others.some((other) => isUnderWay(other) && isSameWay(other, planned))) return refuse('sent-that-way-already')
  return announce({ type: 'dispatch-planned', ...planned })
}

function isSameWay(one: Pick<Dispatch, 'documentId' | 'channel' | 'to'>, other: Pick<Dispatch, 'documentId' | 'channel' | 'to'>): boolean {
  const place = ({ channel, to }: Pick<Dispatch, 'channel' | 'to'>) => (channel === 'email' ? to.email : [...to.lines, to.country].join('\n'))
  return one.documentId === other.documentId && one.channel === other.channel && place(one) === place(other)
}

/** "Do not send": only while nothing has left. */
export function withholdDispatch(dispatch: Dispatch | undefined, reasons: string, by: Named): Decision<DispatchWithheld> {
  if (dispatch === undefined) return refuse('no-such-dispatch')
  if (dispatch.stage !== 'planned') return refuse('dispatch-has-left')
  if (reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'dispatch-withheld', reasons, by })
}
