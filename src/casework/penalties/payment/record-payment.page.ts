import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { formPage, type PageContext } from '#platform/web'
import { day, isDay, noPence } from '#values'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { penaltyReference } from '../notice/penalty-reference.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { recordPayments } from '../rights.ts'
import { moneyOf } from './money.store.ts'
import { paymentMethods } from './payment.ts'
import { settleIfPaid } from './settle-if-paid.store.ts'
import { takePayment } from './take-payment.store.ts'
import { methodChoices } from './words.ts'

const needed = (message: string, max: number) => z.string(message).min(1, message).max(max, `Use ${max} characters or fewer`)

const form = z.object({
  amount: maybePounds.refine((amount) => amount !== null && amount > 0, 'Enter what was received'),
  receivedOn: z.string('Enter the day it was received').refine(isDay, 'Enter the day it was received').transform(day),
  payer: needed('Enter who paid, as the bank gives it', 200),
  method: z.enum(paymentMethods, 'Choose how it was paid'),
  reference: needed('Enter the bank’s or terminal’s reference', 100),
})

/** Money that came for one penalty. What does not fit its debt is held and shown, never lost. */
export const recordPaymentPage = formPage({
  path: '/penalties/:id/payments/new',
  right: recordPayments,
  template: 'casework/penalties/payment/record-payment.njk',
  params: z.object({ id: z.uuid() }),
  form,
  refusals,
  subject: subjectOfPenalty,
  show: async ({ id }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    return penalty && insideCase(ctx, { caseId: penalty.caseId, what: 'penalty to be paid', comeBackTo: `/penalties/${id}/payments/new` }, () => view(ctx, penalty))
  },
  submit: async ({ id }, { amount, ...receipt }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    if (penalty === undefined) return refuse('no-such-penalty')
    return actInCase(ctx, penalty.caseId, async (by) => {
      const recordedOn = ctx.clock.today()
      const decision = await takePayment(ctx.db, { ...receipt, penaltyId: id, amountPence: amount ?? noPence, recordedOn, by })
      await settleIfPaid(ctx.db, { penaltyId: id, on: recordedOn, by })
      return decision
    })
  },
  next: ({ id }) => `/penalties/${id}/payments`,
  done: { en: 'The payment is recorded.', fr: 'Le paiement est enregistré.' },
})

async function view({ db, clock }: PageContext, penalty: Penalty): Promise<object | undefined> {
  const [found, persons] = [await readCase(db, penalty.caseId), await personsOfCase(db, penalty.caseId)]
  const person = persons.find(({ id }) => id === penalty.personId)
  if (found === undefined || person === undefined) return undefined
  return {
    heading: 'Record a payment',
    caseId: found.id,
    reference: penaltyReference(found, persons, person),
    name: nameOf(person),
    capacity: person.capacity,
    money: await moneyOf(db, penalty.id),
    payers: persons.map(nameOf),
    methodChoices,
    values: { receivedOn: clock.today(), payer: nameOf(person) },
  }
}
