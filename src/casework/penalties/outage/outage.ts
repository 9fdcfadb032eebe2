import type { Happening } from '#platform/decisions'
import { dayOf, instantOfEpochMs, epochMsOf, type CalendarDate, type Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** The doors through which people answer and pay. */
export const outageChannels = ['public-site', 'e-mail', 'post', 'telephone', 'card-payments', 'bank-transfers', 'court-office'] as const
export type OutageChannel = (typeof outageChannels)[number]

/** A time in which one of our doors was shut. It moves no last day of the regulations; whoever judges what came late has to see it. */
export interface Outage {
  readonly id: string
  readonly channel: OutageChannel
  readonly fromAt: Instant
  /** Null while it lasts. */
  readonly untilAt: Instant | null
  readonly what: string
  readonly recordedBy: Named
  readonly endedBy: Named | null
}

export interface OutageRecorded extends Happening, Omit<Outage, 'id' | 'endedBy'> {
  readonly type: 'outage-recorded'
  readonly outageId: string
}

export interface OutageEnded extends Happening {
  readonly type: 'outage-ended'
  readonly untilAt: Instant
  readonly endedBy: Named
}

export type OutageEvent = OutageRecorded | OutageEnded

export function evolveOutage(state: Outage | undefined, event: OutageEvent): Outage {
  if (event.type === 'outage-recorded') {
    const { outageId, channel, fromAt, untilAt, what, recordedBy } = event
    return { id: outageId, channel, fromAt, untilAt, what, recordedBy, endedBy: null }
  }
  if (state === undefined) throw new Error(`An outage cannot begin with ${event.type}`)
  return { ...state, untilAt: event.untilAt, endedBy: event.endedBy }
}

/** Whether the door was shut for any part of that day in London, whose days the regulations count. */
export function touches({ fromAt, untilAt }: Pick<Outage, 'fromAt' | 'untilAt'>, on: CalendarDate): boolean {
  return dayOf(fromAt) <= on && (untilAt === null || dayOf(lastMoment(untilAt)) >= on)
}

/** An outage that ends at midnight has not touched the day that begins then. */
function lastMoment(untilAt: Instant): Instant {
  return instantOfEpochMs(epochMsOf(untilAt) - 1)
}
