import { announce, refuse, type Decision } from '#platform/decisions'
import { isBefore, type CalendarDate } from '#values'
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

  return announce({ type: 'notice-issued', documentId, issuedOn, amountPence })
}
