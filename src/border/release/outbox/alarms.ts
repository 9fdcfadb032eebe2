import { daysBetween, type CalendarDate } from '#values'
import { keyWarningDays, renewKeyDaysBefore, ruleEndsSoonDays, waitingAlarm, waitingAlarmSeconds } from '../limits.ts'

/** What a person has to know about a partner, the gravest first. */
export const alarmCodes = ['canary-arrived', 'canary-would-have-gone', 'not-answering', 'much-waits', 'waits-long', 'withdrawals-unanswered', 'key-not-taken', 'rule-ends-soon', 'rule-ended'] as const

export type AlarmCode = (typeof alarmCodes)[number]

export interface Standing {
  readonly canaryAlarm: string | null
  readonly failures: number
  readonly waiting: number
  readonly oldestSeconds: number
  readonly escalated: number
  readonly ruleEndsOn: CalendarDate | undefined
  /** Since when the partner has not taken the key that follows ours; undefined where it has, or there is none. */
  readonly keyUntakenSince: CalendarDate | undefined
  readonly today: CalendarDate
}

/** One lost message is life; three failures in a row are a partner that does not answer. */
const failuresTold = 3

/** The alarms that this standing gives. None is silenced by another. */
export function alarmsOf(standing: Standing): readonly AlarmCode[] {
  const { canaryAlarm, failures, waiting, oldestSeconds, escalated, ruleEndsOn, keyUntakenSince, today } = standing
  const is: Readonly<Record<AlarmCode, boolean>> = {
    'canary-arrived': canaryAlarm === 'arrived',
    'canary-would-have-gone': canaryAlarm === 'would-have-gone',
    'not-answering': failures >= failuresTold,
    'much-waits': waiting > waitingAlarm,
    'waits-long': oldestSeconds > waitingAlarmSeconds,
    'withdrawals-unanswered': escalated > 0,
    'key-not-taken': ruleEndsOn !== undefined && keyUntakenSince !== undefined && daysBetween(keyUntakenSince, today) >= renewKeyDaysBefore - keyWarningDays,
    'rule-ends-soon': ruleEndsOn !== undefined && ruleEndsOn >= today && daysBetween(today, ruleEndsOn) <= ruleEndsSoonDays,
    'rule-ended': ruleEndsOn !== undefined && ruleEndsOn < today,
  }
  return alarmCodes.filter((code) => is[code])
}
