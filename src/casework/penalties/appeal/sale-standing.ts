import { saleWaitsForAppeal, type Explained } from '#law'
import type { CalendarDate } from '#values'
import { lastDayFor } from '../deadline/last-day-for.ts'
import { hasEnded, noticeInForce, type Penalty } from '../penalty/penalty.ts'
import { underAppeal, type Appeal } from './appeal.ts'

/** Whether a sale has to wait for an appeal on this day, and why; undefined where there is no debt to sell anything for. */
export function saleStanding(penalty: Penalty, appeals: readonly Appeal[], today: CalendarDate): Explained<boolean> | undefined {
  if (noticeInForce(penalty) === undefined || hasEnded(penalty)) return undefined
  return saleWaitsForAppeal(today, {
    isOpen: underAppeal(appeals).has(penalty.id),
    isObjectionHeld: penalty.stage === 'objected' && penalty.objection?.standing !== 'late',
    lastDayToAppeal: lastDayFor('appeal', penalty).day,
  })
}
