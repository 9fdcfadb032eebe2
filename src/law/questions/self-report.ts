import type { CalendarDate } from '#values'
import { selfReportPosition } from '../instruments/home-office-practice.ts'
import { inForce, type Answer } from '../provision.ts'

/** Whether penalising a person who reported needs a reason of its own, at a decision of this day. */
export function reasonNeededAgainstReporter(reported: boolean, decidedOn: CalendarDate): Answer<boolean> {
  const { value, under } = inForce(selfReportPosition, decidedOn)
  return { value: reported && value.needsReasonOfItsOwn, under }
}
