import { z } from 'zod'
import { refuse } from '#platform/decisions'
import type { PageContext } from '#platform/web'
import { noPence } from '#values'
import { readCase } from '../case/case.store.ts'
import { aDay } from '../case/form-fields.ts'
import { penaltyReference } from '../notice/penalty-reference.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { recordPayments } from '../rights.ts'
import { moneyOf } from './money.store.ts'
import { isLikelyRecorded } from './receive-payment.ts'
import { paymentMethods } from './payment.ts'
import { paymentsOfCase } from './payment.store.ts'
import { settleIfPaid } from './settle-if-paid.store.ts'
import { takePayment } from './take-payment.store.ts'
import { methodChoices } from './words.ts'

const needed = (message: string, max: number) => z.string(message).min(1, message).max(max, `Use ${max} characters or fewer`)

const form = z.object({
  amount: maybePounds.refine((amount) => amount !== null && amount > 0, 'Enter what was received'),
  receivedOn: aDay('Enter the day it was received'),
  payer: needed('Enter who paid, as the bank gives it', 200),
  method: z.enum(paymentMethods, 'Choose how it was paid'),
  reference: needed('Enter the bank’s or terminal’s reference', 100),
  another: z.literal('yes').optional(),
})

/** Money that came for one penalty. What does not fit its debt is held and shown, never lost. */
export const recordPaymentPage = penaltyForm({
  end: 'payments/new',
  right: recordPayments,
  template: 'casework/penalties/payment/record-payment.njk',
  form,
  what: 'penalty to be paid',
  view,
  act: async ({ db, clock }, { id, caseId }, { amount, another, ...receipt }, by) => {
    const [recordedOn, amountPence] = [clock.today(), amount ?? noPence]
    if (another === undefined && isLikelyRecorded(await paymentsOfCase(db, caseId), { ...receipt, amountPence })) return refuse('likely-recorded')
    const decision = await takePayment(db, { ...receipt, penaltyId: id, amountPence, recordedOn, by })
    await settleIfPaid(db, { penaltyId: id, on: recordedOn, by })
    return decision
  },
  next: 'payments',
  done: { en: 'The payment is recorded.', fr: 'Le paiement est enregistré.' },
})

async function view({ db, clock }: PageContext, penalty: Penalty): Promise<object | undefined> {
  const [found, persons] = [await readCase(db, penalty.caseId), await personsOfCase(db, penalty.caseId)]
  const person = persons.find(({ id }) => id === penalty.personId)
  if (found === undefined || person === undefined) return undefined
  const money = await moneyOf(db, penalty.id)
  return {
    heading: 'Record a payment',
    caseId: found.id,
    reference: penaltyReference(found, persons, person),
    name: nameOf(person),
    capacity: person.capacity,
    money,
    payers: persons.map(nameOf),
    methodChoices,
    values: { receivedOn: clock.today(), payer: nameOf(person), amount: money.owedPence > 0 ? (money.owedPence / 100).toFixed(2) : '' },
  }
}
