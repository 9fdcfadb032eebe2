import type { CalendarDate } from '#values'
import { notQuestionedInRecovery, recoverableAsDebt } from '../instruments/immigration-and-asylum-act-1999-notices.ts'
import { noInterest } from '../instruments/home-office-practice.ts'
import { citationOf, inForce, type Answer } from '../provision.ts'

/** Whether a penalty can be recovered through a court on that day: once the last day to pay has passed. Neither liability nor amount is open any more then. */
export function isRecoverable(lastDayToPay: CalendarDate | null, on: CalendarDate): Answer<boolean> {
  const { under } = inForce(recoverableAsDebt, on)
  return { value: lastDayToPay !== null && on > lastDayToPay, under: [...under, citationOf(notQuestionedInRecovery)] }
}

/** Nothing accrues on a penalty itself; what a judgment carries is general law, and is entered by a person. */
export function accruesInterest(judgmentOn: CalendarDate | null, on: CalendarDate): Answer<boolean> {
  const { under } = inForce(noInterest, on)
  return { value: judgmentOn !== null && on >= judgmentOn, under }
}
