import { z } from 'zod'
import { saleNoticeOn, whenSaleNoticeReceived, type Judged } from '#law'
import type { PageContext } from '#platform/web'
import type { By } from '#values'
import { aDay, maybeDay, maybeWords, someWords } from '../case/form-fields.ts'
import { named } from '../penalty/penalty.ts'
import { enforceDebts } from '../rights.ts'
import { asksDay, asksOneOf, asksText, asksTick, asksWords } from './act-form.ts'
import { detainIn, detentionFacts, type DecideOnVehicle } from './change-detention.store.ts'
import { detentionForm } from './detention-form.page.ts'
import type { Detention } from './detention.ts'
import type { DetentionFacts } from './may-detain.ts'
import { giveSaleNotice, mayAskFor, maySellOn, recordLeave, recordSale } from './sell-vehicle.ts'
import { sentByWords } from './words.ts'

const shared = { right: enforceDebts, template: 'casework/penalties/detention/act-on-detention.njk' } as const
const sentBy = ['post-in-uk', 'post', 'fax', 'email'] as const

export const saleNoticePage = detentionForm({
  ...shared,
  end: 'sale-notice',
  what: 'detention: notice of sale',
  form: z.object({
    gazettedOn: aDay('Enter the day it was in the Gazette'),
    newspaper: someWords('Enter the newspaper', 120),
    newspaperOn: aDay('Enter the day it was in the newspaper'),
    sentOn: maybeDay('Enter the day it was sent to those addressed'),
    sentBy: z.enum(sentBy).or(z.literal('')).default(''),
    why: maybeWords(),
  }).refine(({ sentOn, sentBy: way }) => (sentOn === null) === (way === ''), { path: ['sentBy'], message: 'Enter both when and how it was sent to those addressed, or neither' }),
  view: (ctx, detention) => view(ctx, detention, (facts) => ({
    heading: `Notice that ${detention.vehicle} is to be sold`, notesHeading: 'Where notice is given, and what it says (reg. 9)', notes: saleNoticeOn(facts.today).value.map(({ words }) => words.en),
    fields: [
      asksDay('gazettedOn', 'Day it was in the Gazette'), asksText('newspaper', 'Newspaper'), asksDay('newspaperOn', 'Day it was in the newspaper'),
      asksDay('sentOn', 'Day it was sent to those addressed', 'Empty where telling them is impracticable.'),
      asksOneOf('sentBy', 'How it was sent to them', sentBy.map((value) => ({ value, text: sentByWords[value] }))),
      asksWords('why', 'Why telling them was impracticable, where it was'),
    ],
  })),
  act: (ctx, detention, { gazettedOn, newspaper, newspaperOn, sentOn, sentBy: way, why }, by) => act(ctx, detention, by, (current, facts) => {
    const receivedOn = sentOn === null || way === '' ? null : whenSaleNoticeReceived(sentOn, way).value
    const personally = sentOn === null || way === '' || receivedOn === null ? null : { sentOn, sentBy: way, receivedOn }
    return giveSaleNotice(current, { gazettedOn, newspaper, newspaperOn, personally, why, on: facts.today, by: named(by), facts })
  }),
  done: { en: 'The notice of sale is recorded.', fr: 'L’avis de vente est enregistré.' },
})

export const leaveToSellPage = detentionForm({
  ...shared,
  end: 'leave',
  what: 'detention: leave to sell',
  form: z.object({ court: someWords('Enter the court', 120), askedOn: aDay('Enter the day the court was asked'), on: aDay('Enter the day of the order'), order: someWords('Say what the order says'), liable: z.literal('yes', 'Without this no court gives leave') }),
  view: (ctx, detention) => view(ctx, detention, (facts) => ({
    heading: `Leave of the court to sell ${detention.vehicle}`, ...judgedView(mayAskFor(detention, facts, { on: facts.today, isLiableToSale: true })),
    fields: [asksText('court', 'Court'), asksDay('askedOn', 'Day the court was asked'), asksDay('on', 'Day of the order'), asksWords('order', 'What the order says'), asksTick('liable', 'It was shown to the court that the vehicle is liable to sale')],
  })),
  act: (ctx, detention, { liable: _liable, ...leave }, by) => act(ctx, detention, by, (current, facts) => recordLeave(current, { ...leave, isLiableToSale: true, by: named(by), facts })),
  done: { en: 'Leave to sell is recorded.', fr: 'L’autorisation de vendre est enregistrée.' },
})

export const vehicleSoldPage = detentionForm({
  ...shared,
  end: 'sale',
  what: 'detention: sale',
  form: z.object({ on: aDay('Enter the day of the sale'), how: someWords('Say how it was sold'), buyer: someWords('Enter the buyer', 200) }),
  view: (ctx, detention) => view(ctx, detention, (facts) => ({
    heading: `${detention.vehicle} was sold`, ...judgedView(maySellOn(detention, facts, facts.today)), lead: 'Finance takes in what it brought, and it is shared in the order of regulation 13.',
    fields: [asksDay('on', 'Day of the sale'), asksText('buyer', 'Buyer'), asksWords('how', 'How it was sold, and that the price was the best to be had')],
  })),
  act: (ctx, detention, sale, by) => act(ctx, detention, by, (current, facts) => recordSale(current, { ...sale, by: named(by), facts })),
  done: { en: 'The sale is recorded. Finance takes in what it brought.', fr: 'La vente est enregistrée.' },
})

async function view({ db, clock }: PageContext, { id, caseId }: Detention, shown: (facts: DetentionFacts) => object): Promise<object | undefined> {
  const facts = await detentionFacts(db, caseId, clock.today())
  return facts && { back: `/detentions/${id}`, values: {}, ...shown(facts) }
}

function judgedView(judged: Judged | undefined) {
  return judged === undefined ? {} : { judged: judged.conditions }
}

function act({ db, clock }: PageContext, { id: detentionId, caseId }: Detention, by: By, decide: DecideOnVehicle) {
  return detainIn(db, { caseId, detentionId, today: clock.today(), by }, decide)
}
