import { z } from 'zod'
import { securityConditionsOn, slugOf, termsOn } from '#law'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { caseForm } from '../case/case-form.page.ts'
import { changeCase } from '../case/change-case.store.ts'
import { named } from '../penalty/penalty.ts'
import { workOnCase } from '../rights.ts'
import { findingsForm, findingsIn, findingValues } from './findings-form.page.ts'
import { judgeSecurity } from './judge-security.ts'
import { conditionStandings, insecure } from './judged-security.ts'

const longest = z.coerce.number('Enter the longest damage in millimetres, or 0').int('Enter whole millimetres').min(0, 'Enter 0 or more').max(20_000, 'Enter millimetres').default(0)

/** How the vehicle arrived, by each condition of regulation 2A. */
export const judgeSecurityPage = caseForm({
  path: '/cases/:id/security',
  right: workOnCase,
  template: 'casework/penalties/compliance/judge-security.njk',
  params: z.object({ id: z.uuid() }),
  form: findingsForm.extend({ longestDamageMm: longest }),
  what: 'how the vehicle arrived',
  restsOnPage: true,
  view: async (_ctx, found) => view(found),
  act: ({ db, clock }, { id }, answers, by) => changeCase(db, id, by, (found) => {
    const ids = found === undefined ? [] : securityConditionsOn(found.incident.occurredOn).map((condition) => condition.id)
    const judgedBy = named(by)
    return judgeSecurity(found, { found: findingsIn(answers, ids, conditionStandings), longestUnrepairedDamageMm: answers.longestDamageMm, reasons: answers.reasons, judgedBy, judgedOn: clock.today() })
  }),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The findings are recorded.', fr: 'Les constatations sont enregistrées.' },
})

const choices = [{ value: 'holds', text: 'Holds' }, { value: 'broken', text: 'Does not hold' }, { value: 'nothing-to-secure', text: 'Nothing there to secure' }]

function view(found: PenaltyCase) {
  const { security, occurredOn } = found.incident
  const conditions = securityConditionsOn(occurredOn)
  return {
    heading: 'How the vehicle arrived',
    rows: conditions.map(({ id, words }) => ({ field: slugOf(id), text: words.en, where: `reg. 2A(${id})`, choices })),
    terms: conditions.length === 0 ? [] : termsOn(occurredOn).value.map(({ words }) => words.en),
    judged: security, broken: insecure(found.incident),
    values: security === undefined ? {} : { ...findingValues(security.found), reasons: security.reasons, longestDamageMm: security.longestUnrepairedDamageMm },
  }
}
