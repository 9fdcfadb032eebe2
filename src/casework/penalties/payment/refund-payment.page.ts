import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { formPage, type PageContext } from '#platform/web'
import { inPounds, pence } from '#values'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { reasonsMax, refundByOneMaxPence } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { payRefunds } from '../rights.ts'
import { isIban } from './iban.ts'
import { readPayment } from './payment.store.ts'
import { approveRefund, prepareRefund } from './refund-payment.ts'
import { refundPayment } from './refund-payment.store.ts'

const params = z.object({ id: z.uuid(), paymentId: z.uuid() })
type Params = z.output<typeof params>
const address = ({ id, paymentId }: Params): string => `/cases/${id}/payments/${paymentId}`
const template = 'casework/penalties/payment/refund-payment.njk'
const reasons = z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax)

/** Finance makes a proposed refund ready, and pays it where it is small. */
export const refundPaymentPage = formPage({
  path: '/cases/:id/payments/:paymentId/refund',
  right: payRefunds,
  template,
  params,
  form: z.object({
    payee: z.string('Enter who is paid back').min(1, 'Enter who is paid back').max(200),
    account: z.string('Enter the IBAN').transform((typed) => typed.replaceAll(' ', '').toUpperCase()).refine(isIban, 'This is not a correct IBAN: check each character'),
    reasons,
  }),
  refusals,
  subject: ({ id }, ctx) => subjectOfCase({ id }, ctx),
  show: (at, ctx) => view(ctx, at),
  submit: async (at, answers, ctx) => {
    if (!(await isOfCase(ctx, at))) return refuse('no-such-payment')
    const preparedOn = ctx.clock.today()
    return actInCase(ctx, at.id, (by) =>
      refundPayment(ctx.db, at.paymentId, by, (payment) => prepareRefund(payment, { ...answers, preparedBy: named(by), preparedOn })))
  },
  next: address,
  done: { en: 'The refund is recorded.', fr: 'Le remboursement est enregistré.' },
})

/** Another officer of finance approves it, or sends it back. */
export const approveRefundPage = formPage({
  path: '/cases/:id/payments/:paymentId/refund/approval',
  right: payRefunds,
  template,
  params,
  form: z.object({ answer: z.enum(['approve', 'send-back'], 'Choose whether to approve it'), reasons }),
  refusals,
  subject: ({ id }, ctx) => subjectOfCase({ id }, ctx),
  show: (at, ctx) => view(ctx, at),
  submit: async (at, { answer, reasons: why }, ctx) => {
    if (!(await isOfCase(ctx, at))) return refuse('no-such-payment')
    const on = ctx.clock.today()
    return actInCase(ctx, at.id, (by) =>
      refundPayment(ctx.db, at.paymentId, by, (payment) => approveRefund(payment, { approve: answer === 'approve', reasons: why, by: named(by), on })))
  },
  next: address,
  done: { en: 'Your answer on the refund is recorded.', fr: 'Votre réponse sur le remboursement est enregistrée.' },
})

async function isOfCase({ db }: PageContext, { id, paymentId }: Params): Promise<boolean> {
  return (await readPayment(db, paymentId))?.caseId === id
}

async function view(ctx: PageContext, at: Params): Promise<object | undefined> {
  const [found, payment] = [await readCase(ctx.db, at.id), await readPayment(ctx.db, at.paymentId)]
  if (found === undefined || payment === undefined || payment.caseId !== found.id) return undefined
  return insideCase(ctx, { caseId: found.id, what: 'refund', comeBackTo: `${address(at)}/refund` }, async () => ({
    heading: `Refund of payment ${payment.reference}`,
    found, payment,
    address: address(at),
    limit: inPounds(pence(refundByOneMaxPence)),
    needsTwo: (payment.refund?.amountPence ?? 0) > refundByOneMaxPence,
    isOwn: payment.refund?.prepared?.preparedBy.officerId === ctx.officer.id,
    values: { payee: payment.payer },
  }))
}
