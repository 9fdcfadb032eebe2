import { may } from '#platform/identity'
import { page } from '#platform/web'
import { caseStageWords } from '../case/words.ts'
import { decideObjectionWithinDays, issueNoticeWithinDays, exemptionsShown, monthsOfStandards } from '../limits.ts'
import { seeExceptions, seeQueues } from '../rights.ts'
import { firstDayOf, monthsOf, percentWithin, type Month } from './months.ts'
import { ageingOn, countedSince, exemptionsSince } from './standards.store.ts'

/** What the office got done month by month, how often within the days it means to take, how old its open cases are, and what was left out of the reckoning and why. */
export const standardsPage = page({
  path: '/casework/standards',
  right: seeQueues,
  template: 'casework/penalties/standard/standards.njk',
  show: async (_input, { db, clock, officer }) => {
    const today = clock.today()
    const from = firstDayOf(monthsOfStandards, today)
    const maySeeCases = may(officer, seeExceptions)
    const [counted, ageing, exemptions] = await Promise.all([countedSince(db, from), ageingOn(db, today), maySeeCases ? exemptionsSince(db, from, exemptionsShown) : []])
    return {
      from, today, maySeeCases, exemptions, issueNoticeWithinDays, decideObjectionWithinDays,
      months: monthsOf(counted, { today, months: monthsOfStandards }).map(withPercents),
      ageing: ageing.map(({ stage, counts }) => ({ stage: caseStageWords[stage].word, counts })),
    }
  },
})

function withPercents(month: Month) {
  const { issued, issuedWithin, decided, decidedWithin, decidedAsAgreed } = month
  return { ...month, issuedPercent: percentWithin(issuedWithin, issued), decidedPercent: percentWithin(decidedWithin, decided - decidedAsAgreed) }
}
