import { z } from 'zod'
import { inPounds, noPence, type Pence } from '#values'
import { aDay, someWords } from '../case/form-fields.ts'
import { named } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { payRefunds, recordPayments } from '../rights.ts'
import { asksDay, asksOneOf, asksPounds, asksText } from './act-form.ts'
import { detentionFacts } from './change-detention.store.ts'
import { detentionForm } from './detention-form.page.ts'
import { openExpenses, openPart, othersParts } from './detention.ts'
import { payOutOf, shareProceedsOf } from './proceeds.store.ts'
import { owedFor } from './release-vehicle.ts'
import { partWords } from './words.ts'

const template = 'casework/penalties/detention/act-on-detention.njk'
const anAmount = (message: string) => maybePounds.refine((amount) => amount !== null && amount > 0, message)
const bankFields = { on: aDay('Enter the day on the bank statement'), reference: someWords('Enter the reference of the bank', 60) }

/** What reached our bank. It is shared as the regulation says, and nobody chooses another order. */
export const shareProceedsPage = detentionForm({
  end: 'proceeds',
  right: recordPayments,
  template,
  what: 'detention: what the sale brought',
  form: z.object({ amount: anAmount('Enter what reached the bank'), duties: maybePounds, ...bankFields }),
  view: async ({ db, clock }, detention) => {
    const facts = await detentionFacts(db, detention.caseId, clock.today())
    return facts && {
      back: `/detentions/${detention.id}`, heading: `What the sale of ${detention.vehicle} brought`, button: 'Take it in and share it',
      notesHeading: 'It goes, in this order, to (reg. 13)',
      notes: [`expenses of detention, sale and court that are still open: ${inPounds(openExpenses(detention))}`, `the penalties it was held for: ${inPounds(owedFor(detention, facts.debts))} owed`, 'duty and tax found due on the import', 'what is left: to those whose interests ended with the sale'],
      fields: [
        asksPounds('amount', 'What reached the bank', 'Where the auctioneer kept its own fee, that fee is no expense here.'), asksDay('on', 'Day on the bank statement'), asksText('reference', 'Reference of the bank'),
        asksPounds('duties', 'Duty and tax found due on the import (optional)', 'As the customs authority states them.'),
      ],
      values: { on: facts.today },
    }
  },
  act: ({ db, clock }, { id }, { amount, duties, ...bank }, by) => shareProceedsOf(db, { id, today: clock.today(), by }, { ...bank, broughtPence: amount ?? noPence, dutiesPence: duties ?? noPence, by: named(by) }),
  done: { en: 'It is taken in and shared. What is not ours waits to be paid out.', fr: 'Le produit est encaissé et réparti.' },
})

/** Duty to the customs authority, and what is left to whoever lost by the sale. */
export const payOutPage = detentionForm({
  end: 'payout',
  right: payRefunds,
  template,
  what: 'detention: part of the sale paid out',
  form: z.object({ part: z.enum(othersParts, 'Choose which part'), payee: someWords('Enter to whom it was paid', 200), amount: anAmount('Enter what was paid'), ...bankFields }),
  view: async ({ clock }, detention) => {
    const open = othersParts.map((part) => ({ part, left: openPart(detention, part) })).filter(({ left }) => left > 0)
    return {
      back: `/detentions/${detention.id}`, heading: `Paid out of the sale of ${detention.vehicle}`,
      missing: open.length === 0 ? ['Nothing of it is left to be paid out.'] : [],
      ...(open.length === 0 ? {} : { fields: [asksOneOf('part', 'Which part', open.map(({ part, left }) => ({ value: part, text: partText(part, left) }))), asksText('payee', 'To whom'), asksPounds('amount', 'What was paid'), asksDay('on', 'Day on the bank statement'), asksText('reference', 'Reference of the bank')] }),
      values: { on: clock.today() },
    }
  },
  act: ({ db, clock }, { id }, { amount, ...paid }, by) => payOutOf(db, { id, today: clock.today(), by }, { ...paid, amountPence: amount ?? noPence, by: named(by) }),
  done: { en: 'The payment is recorded and in the ledger.', fr: 'Le paiement est enregistré au grand livre.' },
})

function partText(part: (typeof othersParts)[number], left: Pence): string {
  return `${partWords[part]}: ${inPounds(left)}`
}
