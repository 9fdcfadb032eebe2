import { z } from 'zod'
import type { PageContext } from '#platform/web'
import { noPence } from '#values'
import { aDay } from '../case/form-fields.ts'
import { openCosts, settleCostsOf } from '../payment/costs.store.ts'
import { named } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { recordCosts } from '../rights.ts'
import type { Appeal } from './appeal.ts'
import { appealForm } from './appeal-form.page.ts'

const missing = 'Enter what was paid'

/** What the bank statement says of the costs of an appeal, whoever had to pay them. */
export const recordCostsPage = appealForm({
  end: 'costs',
  right: recordCosts,
  template: 'casework/penalties/appeal/record-costs.njk',
  form: z.object({
    amount: maybePounds.refine((amount) => amount !== null, missing),
    on: aDay('Enter the day on the bank statement'),
    reference: z.string('Enter the reference of the bank').trim().min(1, 'Enter the reference of the bank').max(60),
  }),
  what: 'costs of an appeal',
  view,
  act: ({ db, clock }, { id }, { amount, on, reference }, by) => settleCostsOf(db, id, { amountPence: amount ?? noPence, on, reference, paidBy: named(by), today: clock.today() }, by),
  done: { en: 'The payment of costs is recorded and in the ledger.', fr: 'Le paiement des frais est enregistré au grand livre.' },
})

async function view({ db, clock }: PageContext, appeal: Appeal) {
  const open = await openCosts(db, appeal)
  return { appeal, open, heading: 'Costs of the appeal', byUs: appeal.conclusion?.costs.whoPays === 'we-pay', values: { amount: (open / 100).toFixed(2), on: clock.today() } }
}
