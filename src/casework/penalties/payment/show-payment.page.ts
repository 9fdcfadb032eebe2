import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { historyOf } from '#platform/events'
import { may } from '#platform/identity'
import { formPage, page, type PageContext } from '#platform/web'
import { noPence } from '#values'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { refusals } from '../refusals.ts'
import { recordPayments, seeCases } from '../rights.ts'
import { disputesOfPayment } from '../pay-link/card-dispute.store.ts'
import { refundsOfPayment } from '../pay-link/card-refund.store.ts'
import { cardRefundWords, disputeReasonWords, disputeWords } from '../pay-link/words.ts'
import type { Payment } from './payment.ts'
import { readPayment } from './payment.store.ts'
import { paymentTimeline } from './payment-timeline.ts'
import { takeBackPayment } from './return-payment.store.ts'
import { settleIfPaid } from './settle-if-paid.store.ts'
import { statementsOf } from './statement.store.ts'
import { isWhole } from './return-payment.ts'
import { allocateHeld } from './take-payment.store.ts'
import { methodWords } from './words.ts'

const params = z.object({ id: z.uuid(), paymentId: z.uuid() })
type Params = z.output<typeof params>
const address = ({ id, paymentId }: Params): string => `/cases/${id}/payments/${paymentId}`

export const showPaymentPage = page({
  path: '/cases/:id/payments/:paymentId',
  right: seeCases,
  template: 'casework/penalties/payment/show-payment.njk',
  params,
  subject: ({ params: { id } }, ctx) => subjectOfCase({ id }, ctx),
  show: async ({ params: at }, ctx) => view(ctx, at),
})

/** Held money goes to another penalty of the same case, when somebody in finance says so. */
export const allocateHeldPage = formPage({
  path: '/cases/:id/payments/:paymentId/allocation',
  right: recordPayments,
  template: 'casework/penalties/payment/show-payment.njk',
  params,
  form: z.object({ penaltyId: z.uuid('Choose the penalty it goes to'), amount: maybePounds.refine((amount) => amount !== null, 'Enter how much of it') }),
  refusals,
  subject: ({ id }, ctx) => subjectOfCase({ id }, ctx),
  show: async (at, ctx) => view(ctx, at),
  submit: async (at, { penaltyId, amount }, ctx) => {
    if (!(await isOfCase(ctx, at))) return refuse('no-such-payment')
    return actInCase(ctx, at.id, async (by) => {
      const on = ctx.clock.today()
      const decision = await allocateHeld(ctx.db, { paymentId: at.paymentId, penaltyId, amountPence: amount ?? noPence, on, by })
      await settleIfPaid(ctx.db, { penaltyId, on, by })
      return decision
    })
  },
  next: address,
  done: { en: 'The money is set against the debt.', fr: 'Le montant est affecté à la dette.' },
})

/** The bank took it back: the debts it paid are owed again. */
export const returnPaymentPage = formPage({
  path: '/cases/:id/payments/:paymentId/return',
  right: recordPayments,
  template: 'casework/penalties/payment/show-payment.njk',
  params,
  form: z.object({ reasons: z.string().max(500, 'Use 500 characters or fewer').default('') }),
  refusals,
  subject: ({ id }, ctx) => subjectOfCase({ id }, ctx),
  show: async (at, ctx) => view(ctx, at),
  submit: async (at, { reasons }, ctx) => {
    if (!(await isOfCase(ctx, at))) return refuse('no-such-payment')
    return actInCase(ctx, at.id, (by) => takeBackPayment(ctx.db, { paymentId: at.paymentId, on: ctx.clock.today(), reasons, by }))
  },
  next: address,
  done: { en: 'The payment is taken back in the ledger. What it paid is owed again.', fr: 'Le paiement est annulé dans le grand livre. Ce qu’il soldait est de nouveau dû.' },
})

async function isOfCase({ db }: PageContext, { id, paymentId }: Params): Promise<boolean> {
  return (await readPayment(db, paymentId))?.caseId === id
}

async function view(ctx: PageContext, at: Params): Promise<object | undefined> {
  const { db, officer } = ctx
  const [found, payment] = [await readCase(db, at.id), await readPayment(db, at.paymentId)]
  if (found === undefined || payment === undefined || payment.caseId !== found.id) return undefined
  return insideCase(ctx, { caseId: found.id, what: 'payment', comeBackTo: address(at) }, async () => {
    const penalties = (await statementsOf(db, found)).flatMap(({ own }) => own)
    const mayAct = may(officer, recordPayments, { state: found.stage })
    return {
      heading: `Payment ${payment.reference}`,
      found, payment, mayAct,
      mayTakeBack: mayAct && isWhole(payment),
      method: methodWords[payment.method],
      refunds: await refundsShown(db, payment),
      disputes: (await disputesOfPayment(db, payment.id)).map((dispute) => ({ ...dispute, state: disputeWords[dispute.status], because: disputeReasonWords(dispute.reason) })),
      allocations: payment.allocations.flatMap(({ penaltyId, amountPence }) => penalties.filter((penalty) => penalty.penaltyId === penaltyId).map((penalty) => ({ ...penalty, amountPence }))),
      open: mayAct && payment.heldPence > 0 ? penalties.filter(({ money }) => money.owedPence > 0) : [],
      timeline: paymentTimeline(await historyOf(db, 'payment', payment.id), new Map(penalties.map(({ penaltyId, reference }) => [penaltyId, reference]))),
      address: address(at),
    }
  })
}

/** With how each that went to a card stands at the card service. */
async function refundsShown(db: PageContext['db'], { id, refunds }: Payment) {
  const atCard = new Map((await refundsOfPayment(db, id)).map((refund) => [refund.id, cardRefundWords[refund.status]]))
  return refunds.map((refund) => ({ ...refund, state: atCard.get(refund.cardRefundId ?? '') }))
}
