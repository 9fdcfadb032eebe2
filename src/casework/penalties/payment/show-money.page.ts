import { z } from 'zod'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { addPence } from '#values'
import { readCase } from '../case/case.store.ts'
import { insideCase, subjectOfCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { recordPayments, seeCases } from '../rights.ts'
import { paymentsOfCase } from './payment.store.ts'
import { statementsOf } from './statement.store.ts'
import { journalWords, methodWords } from './words.ts'

const params = z.object({ id: z.uuid() })
const template = 'casework/penalties/payment/show-money.njk'

/** The money of a case, person by person. */
export const showMoneyPage = page({
  path: '/cases/:id/money',
  right: seeCases,
  template,
  params,
  subject: ({ params: { id } }, ctx) => subjectOfCase({ id }, ctx),
  show: async ({ params: { id } }, ctx) => showMoney(ctx, await readCase(ctx.db, id)),
})

/** The same, reached from a penalty. */
export const moneyOfPenaltyPage = page({
  path: '/penalties/:id/payments',
  right: seeCases,
  template,
  params,
  subject: ({ params: { id } }, ctx) => subjectOfPenalty({ id }, ctx),
  show: async ({ params: { id } }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    return penalty && showMoney(ctx, await readCase(ctx.db, penalty.caseId))
  },
})

async function showMoney(ctx: PageContext, found: PenaltyCase | undefined): Promise<object | undefined> {
  if (found === undefined) return undefined
  return insideCase(ctx, { caseId: found.id, what: 'statement of money', comeBackTo: `/cases/${found.id}/money` }, async () => ({
    heading: `Money of ${found.reference}`,
    found,
    statements: await statementsOf(ctx.db, found),
    payments: (await paymentsOfCase(ctx.db, found.id)).map((payment) => ({ ...payment, paidBackPence: addPence(...payment.refunds.map(({ amountPence }) => amountPence)), methodWords: methodWords[payment.method] })),
    journalWords,
    mayRecord: may(ctx.officer, recordPayments, { state: found.stage }),
  }))
}
