import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, type CalendarDate } from '#values'
import { lastDayFor } from '../deadline/last-day-for.ts'
import type { NoticeIssuedAgain } from '../events.ts'
import type { Penalty } from '../penalty/penalty.ts'

interface IssuedAgain {
  readonly issuedOn: CalendarDate
  readonly documentId: string
  readonly reasons: string
}

/**
 * A notice that came back is issued again to another address, with a day of its own from which the times run anew. The Act does not speak of
 * returned letters, so a person decides it with reasons; and a notice cannot be issued after the last day to issue one (reg. 3F).
 */
export function issueAgain(penalty: Penalty | undefined, { issuedOn, documentId, reasons }: IssuedAgain): Decision<NoticeIssuedAgain> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (penalty.stage !== 'issued' || penalty.amountPence === null) return refuse('not-a-notice-that-stands')
  if (reasons.trim() === '') return refuse('reasons-needed')
  const { day: lastDay, under } = lastDayFor('issue', penalty)
  if (lastDay !== null && isAfter(issuedOn, lastDay)) return refuse('too-late-for-new-days', under)
  return announce({ type: 'notice-issued-again', documentId, issuedOn, amountPence: penalty.amountPence, reasons, under })
}
