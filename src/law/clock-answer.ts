import type { CalendarDate, Instant } from '#values'
import type { ClockStep } from './step.ts'

export const clockNames = ['issue', 'object', 'decide', 'pay', 'appeal', 'provisional-detention', 'sale', 'sale-lapse'] as const
export type ClockName = (typeof clockNames)[number]

export const clockFlags = ['NON_WORKING_LAST_DAY', 'ISSUED_TOO_LATE', 'LATE_OBJECTION', 'LATE_DECISION', 'PAUSED', 'NO_LIMIT'] as const
export type ClockFlag = (typeof clockFlags)[number]

/** What the day would be on the other reading of an unsettled point. */
export interface OtherDay {
  readonly point: string
  readonly lastDay: CalendarDate
  readonly text: string
  readonly textFr: string
}

/** Exactly one of the three: a last day, a last moment or a first day. A null last day is paused or has no limit, and the flags say which. */
export interface ClockAnswer {
  readonly clock: ClockName
  readonly lastDay?: CalendarDate | null
  readonly lastMoment?: Instant
  readonly firstDay?: CalendarDate
  readonly steps: readonly ClockStep[]
  readonly flags: readonly ClockFlag[]
  readonly otherReadings: readonly OtherDay[]
}

/** Days not counted towards payment: from the day the objection came in until the day the decision was told; open while undecided. */
export interface Pause {
  readonly from: CalendarDate
  readonly until?: CalendarDate | undefined
}

export type ClockEvent =
  | { readonly type: 'became-responsible' | 'notice-issued' | 'objection-received' | 'objection-decided' | 'detained-36' | 'detained-36A'; readonly on: CalendarDate }
  /** A person took up an objection that came late, on this day; it is held from the day it came in. */
  | { readonly type: 'late-objection-accepted'; readonly on: CalendarDate }
  | { readonly type: 'first-search-ended'; readonly at: Instant }
  | { readonly type: 'decision-time-agreed'; readonly until: CalendarDate }

