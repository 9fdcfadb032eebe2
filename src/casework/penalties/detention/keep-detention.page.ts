import { z } from 'zod'
import { inPounds, noPence } from '#values'
import { aDay, someWords } from '../case/form-fields.ts'
import { named } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { keepDetentions, recordPayments } from '../rights.ts'
import { asksDay, asksPounds, asksText, asksWords } from './act-form.ts'
import { changeDetention } from './change-detention.store.ts'
import { detentionForm } from './detention-form.page.ts'
import { openExpenses } from './detention.ts'
import { recordExpense, tellOfDetention } from './keep-detention.ts'
import { payExpensesOf } from './proceeds.store.ts'

const template = 'casework/penalties/detention/act-on-detention.njk'

export const tellOfDetentionPage = detentionForm({
  end: 'told',
  right: keepDetentions,
  template,
  what: 'detention: who was told',
  form: z.object({ whom: someWords('Enter who was told', 200), on: aDay('Enter the day they were told'), how: someWords('Say how they were told, and what they were told') }),
  view: async ({ clock }, { id, vehicle }) => ({
    back: `/detentions/${id}`, heading: `Who was told that ${vehicle} is held`,
    lead: 'The person addressed, the owner and anybody else affected may ask the court for its release (s.37), so they have to know where it is, why and under which power.',
    fields: [asksText('whom', 'Who was told'), asksDay('on', 'Day they were told'), asksWords('how', 'How, and what they were told', 'Such as: handed to the driver with the notice; e-mailed to the owner.')],
    values: { on: clock.today() },
  }),
  act: ({ db, clock }, { id }, told, by) => changeDetention(db, { id, by }, (detention) => tellOfDetention(detention, { ...told, by: named(by) }, clock.today())),
  done: { en: 'It is recorded who was told.', fr: 'L’information est enregistrée.' },
})

export const recordExpensePage = detentionForm({
  end: 'expenses',
  right: keepDetentions,
  template,
  what: 'detention: an expense',
  form: z.object({
    what: someWords('Enter what it was for', 200),
    amount: maybePounds.refine((amount) => amount !== null && amount > 0, 'Enter what it cost'),
    on: aDay('Enter the day of the bill'),
    evidence: someWords('Say what shows it', 400),
  }),
  view: async ({ clock }, { id, vehicle }) => ({
    back: `/detentions/${id}`, heading: `An expense of holding or selling ${vehicle}`, lead: 'Only reasonable expenses have to be paid before it goes back (s.36(1)), so each says what it was for and what shows it.',
    fields: [asksText('what', 'What it was for', 'Such as: recovery, storage of 12 days, court fee, auctioneer.'), asksPounds('amount', 'What it cost'), asksDay('on', 'Day of the bill'), asksText('evidence', 'What shows it', 'Such as the number of the bill.')],
    values: { on: clock.today() },
  }),
  act: ({ db, clock }, { id }, { amount, ...expense }, by) => changeDetention(db, { id, by }, (detention) => recordExpense(detention, { ...expense, amountPence: amount ?? noPence, by: named(by) }, clock.today())),
  done: { en: 'The expense is recorded.', fr: 'Les frais sont enregistrés.' },
})

export const expensesPaidPage = detentionForm({
  end: 'expenses-paid',
  right: recordPayments,
  template,
  what: 'detention: expenses paid',
  form: z.object({
    amount: maybePounds.refine((amount) => amount !== null && amount > 0, 'Enter what was paid'),
    payer: someWords('Enter who paid, as the bank gives it', 200),
    on: aDay('Enter the day on the bank statement'),
    reference: someWords('Enter the reference of the bank', 60),
  }),
  view: async ({ clock }, detention) => ({
    back: `/detentions/${detention.id}`, heading: `Expenses of holding ${detention.vehicle}, paid`, lead: `${inPounds(openExpenses(detention))} of the expenses is open. What is paid for the penalties is recorded beside each penalty.`,
    fields: [asksPounds('amount', 'What was paid'), asksText('payer', 'Who paid, as the bank gives it'), asksDay('on', 'Day on the bank statement'), asksText('reference', 'Reference of the bank')],
    values: { on: clock.today(), amount: (openExpenses(detention) / 100).toFixed(2) },
  }),
  act: ({ db, clock }, { id }, { amount, ...paid }, by) => payExpensesOf(db, { id, today: clock.today(), by }, { ...paid, amountPence: amount ?? noPence, by: named(by) }),
  done: { en: 'The payment of expenses is recorded and in the ledger.', fr: 'Le paiement des frais est enregistré au grand livre.' },
})
