import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { daysAfter, daysBetween, dayOf } from '#values'
import { returnsReportDays, unmatchedShown } from '../letter-limits.ts'
import { seeCases, sendLetters } from '../rights.ts'
import { unmatchedReports } from '../service/lane.store.ts'
import { outcomeRules } from '../service/outcome.ts'
import { purposeWords } from '../template/template-words.ts'
import { openReturns, settledSince } from './list-returns.store.ts'
import { settlementWords } from './return-words.ts'

export const returnedMailTemplate = 'casework/penalties/returned-mail/returned-mail.njk'

/** The backlog of returned mail with its age, what became of the rest, and reports of carriers that fit no letter. */
export const returnedMailPage = page({
  path: '/returned-mail',
  right: seeCases,
  template: returnedMailTemplate,
  show: (_input, ctx) => returnedMailView(ctx),
})

export async function returnedMailView({ db, officer, clock }: PageContext): Promise<object> {
  const today = clock.today()
  const [lines, settled, unmatched] = [await openReturns(db, officer), await settledSince(db, officer, daysAfter(-returnsReportDays, today)), await unmatchedReports(db, unmatchedShown)]
  return {
    lines: lines.map((line) => ({ ...line, purpose: purposeWords[line.purpose], why: outcomeRules[line.code].words, days: daysBetween(line.returnedOn, today) })),
    oldestDays: lines[0] === undefined ? 0 : daysBetween(lines[0].returnedOn, today),
    settled: settled.map(({ how, count }) => ({ how: settlementWords[how as keyof typeof settlementWords], count })),
    reportDays: returnsReportDays,
    unmatched: unmatched.map((report) => ({ ...report, on: dayOf(report.received_at) })),
    mayRecord: may(officer, sendLetters), traced: lines.some(({ isTraced }) => isTraced), values: {},
  }
}
