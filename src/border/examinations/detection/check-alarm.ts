import type { Instant } from '#values'
import { clockSlackMinutes, mostPeople } from '../limits.ts'
import { minutesAfter } from '../local-time.ts'
import { peopleFound, type AlarmAndPeople } from './alarm.ts'

/** The first thing that cannot be right about the alarm and the people, as a refusal's code. */
export function faultInAlarm(alarm: AlarmAndPeople, now: Instant): string | undefined {
  return faultInTimes(alarm, now) ?? faultInSuspicion(alarm) ?? faultInPeople(alarm)
}

function faultInTimes({ foundAt, driverFirstSuspectedAt, driverReportedAt }: AlarmAndPeople, now: Instant): string | undefined {
  if (foundAt > minutesAfter(clockSlackMinutes, now)) return 'found-in-the-future'
  if (driverFirstSuspectedAt !== null && driverFirstSuspectedAt > foundAt) return 'suspected-after-found'
  if (driverReportedAt !== null && driverFirstSuspectedAt !== null && driverReportedAt < driverFirstSuspectedAt) return 'reported-before-suspected'
  return undefined
}

function faultInSuspicion({ alarmRaisedBy, alarmNote, driverSuspicion, driverFirstSuspectedAt }: AlarmAndPeople): string | undefined {
  if (alarmRaisedBy === 'other' && alarmNote === null) return 'say-who-raised-the-alarm'
  if (alarmRaisedBy === 'driver' && driverSuspicion === 'did-not-suspect') return 'driver-alarm-without-suspicion'
  if (driverSuspicion === 'suspected' && driverFirstSuspectedAt === null) return 'say-when-suspected'
  return undefined
}

function faultInPeople(alarm: AlarmAndPeople): string | undefined {
  const { children, concerns, childWelfare, referredTo } = alarm
  if (peopleFound(alarm) === 0) return 'nobody-found'
  if (peopleFound(alarm) > mostPeople) return 'too-many-people'
  if (children === 0 && concerns.includes('unaccompanied-child')) return 'child-concern-without-child'
  if (children > 0 && childWelfare === null) return 'consider-the-children'
  if (childWelfare === 'referred' && referredTo === null) return 'say-who-it-was-referred-to'
  return undefined
}
