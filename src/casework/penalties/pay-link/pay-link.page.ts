import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { change } from '#platform/events'
import { formPage, type PageContext, type Route } from '#platform/web'
import { actInCase, insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { payLinkDays } from '../limits.ts'
import { moneyOf } from '../payment/money.store.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { named, type Penalty } from '../penalty/penalty.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { chaseDebts } from '../rights.ts'
import { latestOfLink } from './card-payment.store.ts'
import { endPayLink, isOpenOn } from './pay-link.ts'
import { linksOfPenalty, makePayLinkOf, payLinkThing, readPayLink } from './pay-link.store.ts'
import { cardWords } from './words.ts'

const template = 'casework/penalties/pay-link/pay-link.njk'

/** The links by which one penalty can be paid by card. A new one's address is shown once, because its secret is kept nowhere. */
export function payLinkPages(publicUrl: string | undefined): readonly Route[] {
  return [
    formPage({
      path: '/penalties/:id/pay-link',
      right: chaseDebts,
      template,
      params: z.object({ id: z.uuid() }),
      query: z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{32}$/).optional().catch(undefined) }),
      form: z.object({}),
      refusals,
      subject: subjectOfPenalty,
      show: async ({ id }, ctx, { token }) => {
        const penalty = await readPenalty(ctx.db, id)
        return penalty && insideCase(ctx, { caseId: penalty.caseId, what: 'links to pay by card', comeBackTo: `/penalties/${id}/pay-link` }, () => view(ctx, penalty, { publicUrl, token }))
      },
      submit: async ({ id }, _form, ctx) => {
        const penalty = await readPenalty(ctx.db, id)
        if (penalty === undefined) return refuse('no-such-penalty')
        if (publicUrl === undefined) return refuse('no-card-payments')
        return actInCase(ctx, penalty.caseId, (by) => makePayLinkOf(ctx.db, id, ctx.clock.today(), by))
      },
      next: ({ id }, _form, made) => `/penalties/${id}/pay-link${'token' in made && typeof made.token === 'string' ? `?token=${made.token}` : ''}`,
      done: { en: 'The link is made. Copy it now: it is not shown again.', fr: 'Le lien est créé. Copiez-le maintenant.' },
    }),
    penaltyForm({
      end: 'pay-link/end',
      right: chaseDebts,
      template,
      what: 'links to pay by card',
      form: z.object({ linkId: z.uuid('Choose the link') }),
      view: (ctx, penalty) => view(ctx, penalty, { publicUrl, token: undefined }),
      act: async ({ db, clock }, penalty, { linkId }, by) => {
        if ((await readPayLink(db, linkId))?.penaltyId !== penalty.id) return refuse('no-such-pay-link')
        return change(db, payLinkThing, { id: linkId, by }, (link) => endPayLink(link, clock.today(), named(by)))
      },
      next: 'pay-link',
      done: { en: 'The link has ended.', fr: 'Le lien est désactivé.' },
    }),
  ]
}

async function view({ db, clock }: PageContext, penalty: Penalty, { publicUrl, token }: { readonly publicUrl: string | undefined; readonly token: string | undefined }): Promise<object | undefined> {
  const person = await readPerson(db, penalty.personId)
  if (person === undefined) return undefined
  const links = await linksOfPenalty(db, penalty.id)
  return {
    heading: `Pay by card: ${nameOf(person)}`, penalty, days: payLinkDays,
    isSetUp: publicUrl !== undefined,
    made: token === undefined || publicUrl === undefined ? undefined : `${publicUrl}/pay/${token}`,
    money: await moneyOf(db, penalty.id),
    links: await Promise.all(links.map(async (link) => {
      const payment = await latestOfLink(db, link.id)
      return { ...link, isOpen: isOpenOn(link, clock.today()), payment: payment && { ...payment, words: cardWords[payment.status] } }
    })),
  }
}
