import { z } from 'zod'
import { announce } from '#platform/decisions'
import { formPage } from '#platform/web'
import { day, isDay } from '#values'
import { refusals } from '../refusals.ts'
import { setPayee } from '../rights.ts'
import { euroRateOn, setEuroRate } from './euro-rate.store.ts'

/** What a pound is shown as in euros. */
export const euroRatePage = formPage({
  path: '/ledger/euro-rate',
  right: setPayee,
  template: 'casework/penalties/pay-link/euro-rate.njk',
  form: z.object({
    onDay: z.string('Enter the day of the rate').refine(isDay, 'Enter the day of the rate').transform(day),
    eurosPerPound: z.string('Enter how many euros a pound is').regex(/^[0-9]\.\d{1,5}$/, 'Enter it with a point, such as 1.1523'),
    source: z.string('Say where it is from').min(1, 'Say where it is from').max(200),
  }),
  refusals,
  show: async (_params, { db, clock }) => ({ rate: await euroRateOn(db, clock.today()), values: { onDay: clock.today() } }),
  submit: async (_params, rate, { db, by }) => {
    await setEuroRate(db, rate, by())
    return announce()
  },
  next: () => '/ledger/euro-rate',
  done: { en: 'The rate is kept. It is shown beside pounds, and pounds stay owed.', fr: 'Le taux est enregistré. Il est affiché à titre indicatif.' },
})
