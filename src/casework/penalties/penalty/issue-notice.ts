import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import { lastDayFor } from '../deadline/last-day-for.ts'
import type { NoticeIssued } from '../events.ts'
import type { Penalty } from './penalty.ts'

interface NoticeFacts {
  readonly issuedOn: CalendarDate
  readonly documentId: string
}

/** The day on the notice starts the times to object, to pay and to decide, so it can only be issued on what was decided. */
export function issueNotice(penalty: Penalty | undefined, { issuedOn, documentId }: NoticeFacts): Decision<NoticeIssued> {
  if (penalty === undefined) return refuse('no-such-penalty')
  const { stage, decision, amountPence } = penalty
  if (stage !== 'decided' || decision === null || amountPence === null) return refuse('no-decision-to-issue')
  if (isBefore(issuedOn, decision.decidedOn)) return refuse('issued-before-decided')

  const { day: lastDay, under } = lastDayFor('issue', penalty)
  if (isFirst(penalty) && lastDay !== null && isAfter(issuedOn, lastDay)) return tooLate(under)
  return announce({ type: 'notice-issued', documentId, issuedOn, amountPence, under })
}

/** The 180 days are for the first notice; a new one after an increase follows from the objection (s.35(7)(b)). */
function isFirst({ notices }: Penalty): boolean {
  return notices.length === 0
}

function tooLate(under: Refusal['under']): Refusal {
  return refuse('too-late-to-issue', under)
}
