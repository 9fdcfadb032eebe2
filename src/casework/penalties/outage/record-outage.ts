import { announce, refuse, type Decision } from '#platform/decisions'
import type { Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { Outage, OutageEnded, OutageRecorded } from './outage.ts'

export type RecordingOutage = Omit<OutageRecorded, 'type' | 'under'> & { readonly now: Instant }

/** A shut door is written down by whoever learns of it, also after it has opened again. */
export function recordOutage(others: readonly Outage[], { now, ...outage }: RecordingOutage): Decision<OutageRecorded> {
  const { fromAt, untilAt, what, channel } = outage
  if (fromAt > now || (untilAt !== null && untilAt > now)) return refuse('outage-in-future')
  if (untilAt !== null && untilAt <= fromAt) return refuse('outage-ends-before-it-begins')
  if (what.trim() === '') return refuse('say-what-was-down')
  if (others.some((other) => other.channel === channel && overlaps(other, outage))) return refuse('outage-recorded-already')
  return announce({ type: 'outage-recorded', ...outage })
}

type Interval = Pick<Outage, 'fromAt' | 'untilAt'>

function overlaps(one: Interval, other: Interval): boolean {
  return !isOver(one, other.fromAt) && !isOver(other, one.fromAt)
}

function isOver({ untilAt }: Interval, at: Instant): boolean {
  return untilAt !== null && untilAt <= at
}

export function endOutage(outage: Outage | undefined, { untilAt, endedBy, now }: { readonly untilAt: Instant; readonly endedBy: Named; readonly now: Instant }): Decision<OutageEnded> {
  if (outage === undefined) return refuse('no-such-outage')
  if (outage.untilAt !== null) return refuse('outage-is-over')
  if (untilAt > now) return refuse('outage-in-future')
  if (untilAt <= outage.fromAt) return refuse('outage-ends-before-it-begins')
  return announce({ type: 'outage-ended', untilAt, endedBy })
}
