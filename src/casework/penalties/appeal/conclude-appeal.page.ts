import { z } from 'zod'
import type { PageContext } from '#platform/web'
import { noPence, type By, type CalendarDate, type Pence } from '#values'
import { aDay } from '../case/form-fields.ts'
import { reasonsMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { concludeAppeals } from '../rights.ts'
import { appealOutcomes, type Appeal, type AppealOutcome } from './appeal.ts'
import { appealForm } from './appeal-form.page.ts'
import { concludeAppealOf } from './change-appeal.store.ts'
import { outcomeWords } from './appeal-words.ts'

const ofTheCourt = appealOutcomes.filter((outcome) => outcome !== 'conceded')

const costs = {
  whoPays: z.enum(['nobody', 'we-pay', 'appellant-pays'], 'Choose who pays costs'),
  costs: maybePounds,
  on: aDay('Enter the day'),
  reasons: z.string('Give the reasons').min(1, 'Give the reasons').max(reasonsMax),
}

/** What the court decided, or that the appellant withdrew. A reduction or cancellation reaches the ledger in the same act. */
export const concludeAppealPage = appealForm({
  end: 'conclusion',
  right: concludeAppeals,
  template: 'casework/penalties/appeal/conclude-appeal.njk',
  form: z.object({ outcome: z.enum(ofTheCourt, 'Choose the outcome'), amount: maybePounds, ...costs })
    .refine(({ outcome, amount }) => outcome !== 'reduced' || amount !== null, { path: ['amount'], message: 'Enter the amount the court left' }),
  what: 'appeal to conclude',
  restsOnPage: true,
  view: async (ctx, appeal) => ({ ...(await view(ctx, appeal)), heading: 'What the court decided', outcomes: ofTheCourt.filter((value) => value !== 'remitted' || appeal.standing === 'taken-further').map((value) => ({ value, text: outcomeWords[value] })) }),
  act: (ctx, appeal, { outcome, ...answers }, by) => conclude(ctx, appeal, { outcome, ...answers }, by),
  done: { en: 'The appeal is concluded. The ledger follows, and money beyond what is left is offered back.', fr: 'L’appel est clos. Le grand livre suit, et le trop-perçu est proposé au remboursement.' },
})

/** Conceding is one step: the penalty falls, or is made smaller, without a hearing. */
export const concedeAppealPage = appealForm({
  end: 'concession',
  right: concludeAppeals,
  template: 'casework/penalties/appeal/concede-appeal.njk',
  form: z.object({ amount: maybePounds, ...costs }),
  what: 'appeal to concede',
  restsOnPage: true,
  view: async (ctx, appeal) => ({ ...(await view(ctx, appeal)), heading: 'Concede the appeal' }),
  act: (ctx, appeal, answers, by) => conclude(ctx, appeal, { outcome: 'conceded', ...answers }, by),
  done: { en: 'Conceded. A letter tells the appellant; tell the court. What was paid too much is proposed for refund.', fr: 'Appel admis. Informez le tribunal et l’appelant ; le trop-perçu est proposé au remboursement.' },
})

interface Answers {
  readonly outcome: AppealOutcome
  readonly amount: Pence | null
  readonly whoPays: 'nobody' | 'we-pay' | 'appellant-pays'
  readonly costs: Pence | null
  readonly on: CalendarDate
  readonly reasons: string
}

function conclude({ db, clock }: PageContext, { id }: Appeal, { amount, whoPays, costs: pence, ...answers }: Answers, by: By) {
  const concludedBy = named(by)
  return concludeAppealOf(db, id, { ...answers, amountPence: amount, costs: { whoPays, pence: pence ?? noPence }, concludedBy, today: clock.today() }, by)
}

async function view({ db, clock }: PageContext, appeal: Appeal) {
  const penalty = await readPenalty(db, appeal.penaltyId)
  return { appeal, penalty, values: { on: clock.today(), whoPays: 'nobody' } }
}
