import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { newId } from '#platform/identity'
import { formPage, type PageContext } from '#platform/web'
import { inPounds, pence } from '#values'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { reasonsMax, refundByOneMaxPence } from '../limits.ts'
import { providerIdOf } from '../pay-link/card-payment.store.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { payRefunds } from '../rights.ts'
import { isIban } from './iban.ts'
import { readPayment } from './payment.store.ts'
import { approveRefund, needsTwo, prepareRefund } from './refund-payment.ts'
import { refundPayment } from './refund-payment.store.ts'

const params = z.object({ id: z.uuid(), paymentId: z.uuid() })
type Params = z.output<typeof params>
const address = ({ id, paymentId }: Params): string => `/cases/${id}/payments/${paymentId}`
const template = 'casework/penalties/payment/refund-payment.njk'
const reasons = z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax)

const anIban = z.string('Enter the IBAN').transform((typed) => typed.replaceAll(' ', '').toUpperCase())

const form = z
  .object({
    way: z.enum(['account', 'card'], 'Choose where it goes').default('account'),
    payee: z.string('Enter who is paid back').min(1, 'Enter who is paid back').max(200),
    account: anIban.default(''),
    reasons,
  })
  .refine(({ way, account }) => way === 'card' || isIban(account), { path: ['account'], message: 'This is not a correct IBAN: check each character' })

/** Finance makes a proposed refund ready, and pays it where it is small and goes to an account. */
export const refundPaymentPage = formPage({
  path: '/cases/:id/payments/:paymentId/refund',
  right: payRefunds,
  template,
  params,
  form,
  refusals,
  subject: ({ id }, ctx) => subjectOfCase({ id }, ctx),
  show: (at, ctx) => view(ctx, at),
  submit: async (at, { way, account, ...answers }, ctx) => {
    if (!(await isOfCase(ctx, at))) return refuse('no-such-payment')
    if (way === 'card' && (await providerIdOf(ctx.db, at.paymentId)) === undefined) return refuse('not-paid-by-card')
    const to = way === 'card' ? { account: '', toCard: true as const } : { account }
    const preparedOn = ctx.clock.today()
    return actInCase(ctx, at.id, (by) =>
      refundPayment(ctx.db, at.paymentId, by, (payment) => prepareRefund(payment, { ...answers, ...to, preparedBy: named(by), preparedOn })))
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
      refundPayment(ctx.db, at.paymentId, by, (payment) => approveRefund(payment, { approve: answer === 'approve', reasons: why, by: named(by), on, cardRefundId: newId() })))
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
    needsTwo: needsTwo(payment.refund?.amountPence ?? 0, {}),
    // A card that did not take it will not take it the second time.
    canGoToCard: payment.method === 'card' && payment.refunds.every(({ failed }) => failed === undefined) && (await providerIdOf(ctx.db, payment.id)) !== undefined,
    isOwn: payment.refund?.prepared?.preparedBy.officerId === ctx.officer.id,
    values: { payee: payment.payer, way: 'card' },
  }))
}
