import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import { isBefore, type CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { PenaltyCase } from './penalty-case.ts'

/** Why a case is dealt with before others, and by when: not a last day of the law, and it moves none. */
export interface Priority {
  readonly byOn: CalendarDate
  readonly reasons: string
  readonly putBy: Named
  readonly putOn: CalendarDate
}

export interface CasePutFirst extends Happening {
  readonly type: 'case-put-first'
  readonly priority: Priority
}

export interface CaseNoLongerFirst extends Happening {
  readonly type: 'case-no-longer-first'
  readonly reasons: string
}

/** Put first again, it has another day and other reasons; the earlier ones stay in its history. */
export function putFirst(found: PenaltyCase | undefined, priority: Priority): Decision<CasePutFirst> {
  if (found === undefined) return refuse('no-such-case')
  if (found.stage === 'closed') return refuse('case-closed')
  if (priority.reasons.trim() === '') return refuse('reasons-needed')
  return isBefore(priority.byOn, priority.putOn) ? refuse('day-has-gone') : announce({ type: 'case-put-first', priority })
}

export function noLongerFirst(found: PenaltyCase | undefined, reasons: string): Decision<CaseNoLongerFirst> {
  if (found === undefined) return refuse('no-such-case')
  if (found.priority === null) return refuse('not-put-first')
  return reasons.trim() === '' ? refuse('reasons-needed') : announce({ type: 'case-no-longer-first', reasons })
}
