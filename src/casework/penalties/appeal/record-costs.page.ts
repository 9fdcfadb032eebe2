import { z } from 'zod'
import type { PageContext } from '#platform/web'
import { noPence } from '#values'
import { aDay, someWords } from '../case/form-fields.ts'
import { changeCosts, openCosts } from '../payment/costs.store.ts'
import { named } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { recordCosts as recordCostsRight } from '../rights.ts'
import type { Appeal } from './appeal.ts'
import { appealForm } from './appeal-form.page.ts'
import { answerCosts, recordCosts } from './settle-costs.ts'

const missing = 'Enter what was paid'

/** What the bank statement says of the costs of an appeal, whoever had to pay them. Another officer approves it. */
export const recordCostsPage = appealForm({
  end: 'costs',
  right: recordCostsRight,
  template: 'casework/penalties/appeal/record-costs.njk',
  form: z.object({
    amount: maybePounds.refine((amount) => amount !== null, missing),
    on: aDay('Enter the day on the bank statement'),
    reference: z.string('Enter the reference of the bank').trim().min(1, 'Enter the reference of the bank').max(60),
  }),
  what: 'costs of an appeal',
  view,
  act: ({ db, clock }, { id }, { amount, ...statement }, by) => {
    const paid = { ...statement, amountPence: amount ?? noPence, by: named(by) }
    return changeCosts(db, id, by, (appeal, standing) => recordCosts(appeal, { ...standing, paid, today: clock.today() }))
  },
  next: 'costs',
  done: { en: 'It is recorded. Another officer of finance approves it, and then it is posted.', fr: 'Enregistré. Un autre agent des finances l’approuvera.' },
})

export const answerCostsPage = appealForm({
  end: 'costs/approval',
  right: recordCostsRight,
  template: 'casework/penalties/appeal/record-costs.njk',
  form: z.object({
    answer: z.enum(['approve', 'send-back'], 'Choose whether to approve it'),
    reasons: someWords('Give your reasons'),
  }),
  what: 'costs of an appeal',
  view,
  act: ({ db }, { id }, { answer, reasons }, by) => changeCosts(db, id, by, (appeal, standing) => answerCosts(appeal, { ...standing, approve: answer === 'approve', reasons, by: named(by) })),
  done: { en: 'Your answer is recorded.', fr: 'Votre réponse est enregistrée.' },
})

async function view({ db, clock, officer }: PageContext, appeal: Appeal) {
  const open = await openCosts(db, appeal)
  return {
    appeal, open, heading: 'Costs of the appeal', byUs: appeal.conclusion?.costs.whoPays === 'we-pay', isOwn: appeal.costsWaiting?.by.officerId === officer.id,
    values: { amount: (open / 100).toFixed(2), on: clock.today() },
  }
}
