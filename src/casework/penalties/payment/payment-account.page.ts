import { z } from 'zod'
import { announce } from '#platform/decisions'
import { formPage } from '#platform/web'
import { aDay } from '../case/form-fields.ts'
import { paymentLinesOn, setPaymentAccount } from '../notice/payment-account.store.ts'
import { refusals } from '../refusals.ts'
import { setPayee } from '../rights.ts'
import { isIban } from './iban.ts'

const needed = (message: string) => z.string(message).min(1, message).max(100, 'Use 100 characters or fewer')

/** The bank account that notices print, from a day on. */
export const paymentAccountPage = formPage({
  path: '/ledger/payment-account',
  right: setPayee,
  template: 'casework/penalties/payment/payment-account.njk',
  form: z.object({
    accountName: needed('Enter the name of the account'),
    sortCode: z.string('Enter the sort code').regex(/^\d\d-?\d\d-?\d\d$/, 'Enter six digits, such as 12-34-56'),
    accountNumber: z.string('Enter the account number').regex(/^\d{8}$/, 'Enter eight digits'),
    iban: z.string('Enter the IBAN').transform((typed) => typed.replaceAll(' ', '').toUpperCase()).refine(isIban, 'This is not a correct IBAN: check each character'),
    from: aDay('Enter the first day'),
  }),
  refusals,
  show: async (_params, { db, clock, mode }) => ({ lines: await paymentLinesOn(db, clock.today()), demonstration: mode === 'demo', values: { from: clock.today() } }),
  submit: async (_params, { from, ...account }, { db, by }) => {
    await setPaymentAccount(db, account, from, by())
    return announce()
  },
  next: () => '/ledger/payment-account',
  done: { en: 'Notices print this account from that day.', fr: 'Les avis indiquent ce compte à partir de ce jour.' },
})
