import { z } from 'zod'
import { announce, refuse } from '#platform/decisions'
import { formPage, page, type PageContext, type Route } from '#platform/web'
import type { By } from '#values'
import { readCase } from '../case/case.store.ts'
import { lastDayFor } from '../deadline/last-day-for.ts'
import { cardMaxPence } from '../limits.ts'
import { paymentLinesOn } from '../notice/payment-account.store.ts'
import { penaltyReference } from '../notice/penalty-reference.ts'
import { moneyOf } from '../payment/money.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { personsOfCase } from '../person/person.store.ts'
import { refusals } from '../refusals.ts'
import { payByCard } from '../rights.ts'
import { isFinal } from './card-payment.ts'
import { attemptFor, followPayment, latestOfLink, noteCreated } from './card-payment.store.ts'
import { aboutEuros, euroRateOn } from './euro-rate.store.ts'
import { askPayment, beginPayment, isPayAway, type GovPay } from './gov-pay.feed.ts'
import { isOpenOn, type PayLink } from './pay-link.ts'
import { linkOfToken } from './pay-link.store.ts'
import { failureWords } from './words.ts'

const params = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{32}$/) })
type Params = z.output<typeof params>

/** Three pages at the public door for whoever was given a link: what is owed, onward to the card service, and what became of it. */
export function payByCardPages(pay: GovPay, publicUrl: string): readonly Route[] {
  return [owedPage(pay, publicUrl), onwardPage, returnPage(pay)]
}

function owedPage(pay: GovPay, publicUrl: string): Route {
  return formPage({
    path: '/pay/:token',
    right: payByCard,
    template: 'casework/penalties/pay-link/pay-by-card.njk',
    params,
    form: z.object({}),
    refusals,
    show: ({ token }, ctx) => owedView(ctx, token),
    submit: ({ token }, _form, ctx) => begin(ctx, pay, { token, returnUrl: `${publicUrl}/pay/${token}/return` }),
    next: ({ token }) => `/pay/${token}/onward`,
  })
}

async function begin(ctx: PageContext, pay: GovPay, { token, returnUrl }: Params & { readonly returnUrl: string }) {
  const link = await linkOfToken(ctx.db, token)
  if (link === undefined || !isOpenOn(link, ctx.clock.today())) return refuse('no-such-pay-link')
  const by = cardService(ctx, 'A payer begins to pay by card')
  const attempt = await attemptFor(ctx.db, link, by)
  if ('refused' in attempt) return attempt
  if (attempt.nextUrl !== null) return announce()
  const { reference } = await namesOf(ctx, link)
  try {
    await noteCreated(ctx.db, attempt.id, await beginPayment(pay, { amountPence: attempt.amountPence, reference, description: `Civil penalty ${reference}`, returnUrl, key: attempt.id }), by)
  } catch (fault) {
    if (!isPayAway(fault)) throw fault
    return refuse('card-service-away')
  }
  return announce()
}

const onwardPage = page({
  path: '/pay/:token/onward',
  right: payByCard,
  template: 'casework/penalties/pay-link/pay-onward.njk',
  params,
  show: async ({ params: { token } }, { db }) => {
    const link = await linkOfToken(db, token)
    const attempt = link && (await latestOfLink(db, link.id))
    return attempt === undefined || attempt.nextUrl === null || isFinal(attempt) ? undefined : { attempt, token }
  },
})

function returnPage(pay: GovPay): Route {
  return page({
    path: '/pay/:token/return',
    right: payByCard,
    template: 'casework/penalties/pay-link/pay-return.njk',
    params,
    show: ({ params: at }, ctx) => returned(ctx, pay, at),
  })
}

/** That the payer came back proves nothing, so the card service is asked; while it cannot be, the page says what is known. */
async function returned(ctx: PageContext, pay: GovPay, { token }: Params): Promise<object | undefined> {
  const link = await linkOfToken(ctx.db, token)
  const before = link && (await latestOfLink(ctx.db, link.id))
  if (link === undefined || before === undefined) return undefined
  if (before.providerId !== null && !isFinal(before)) await ask(ctx, pay, before.providerId)
  const attempt = await latestOfLink(ctx.db, link.id)
  if (attempt === undefined) return undefined
  const failure = failureWords(attempt.code)
  return { attempt, token, ...(await namesOf(ctx, link)), isFinal: isFinal(attempt), failure: ctx.words(failure.en, failure.fr), money: await moneyOf(ctx.db, link.penaltyId) }
}

async function ask(ctx: PageContext, pay: GovPay, providerId: string): Promise<void> {
  try {
    await followPayment(ctx.db, await askPayment(pay, providerId), cardService(ctx, 'The card service was asked how a payment stands'))
  } catch (fault) {
    if (!isPayAway(fault)) throw fault
  }
}

async function owedView(ctx: PageContext, token: string): Promise<object | undefined> {
  const link = await linkOfToken(ctx.db, token)
  if (link === undefined) return undefined
  const today = ctx.clock.today()
  const [penalty, { owedPence }, rate] = [await readPenalty(ctx.db, link.penaltyId), await moneyOf(ctx.db, link.penaltyId), await euroRateOn(ctx.db, today)]
  return {
    token, owedPence, isOpen: isOpenOn(link, today),
    ...(await namesOf(ctx, link)),
    lastDay: penalty && lastDayFor('pay', penalty).day,
    atOncePence: Math.min(owedPence, cardMaxPence),
    rate, euros: rate && aboutEuros(owedPence, rate),
    payTo: await paymentLinesOn(ctx.db, today),
  }
}

async function namesOf({ db }: PageContext, { caseId, penaltyId }: PayLink): Promise<{ readonly reference: string }> {
  const [found, persons, penalty] = [await readCase(db, caseId), await personsOfCase(db, caseId), await readPenalty(db, penaltyId)]
  const person = persons.find(({ id }) => id === penalty?.personId)
  if (found === undefined || person === undefined) throw new Error(`Link of penalty ${penaltyId} has no case or person`)
  return { reference: penaltyReference(found, persons, person) }
}

function cardService({ clock, site }: PageContext, reason: string): By {
  return { officerId: 'card-service', name: 'Card service', role: 'machine', site, at: clock.now(), reason }
}
