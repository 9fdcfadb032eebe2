import { z } from 'zod'
import { refuse, type Decision } from '#platform/decisions'
import { change, recordLook } from '#platform/events'
import { formPage, type PageContext } from '#platform/web'
import { caseOfReference, readCase } from '../case/case.store.ts'
import { reasonsMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { cardService, till } from '../payment/account.ts'
import { balanceOf } from '../payment/balance.store.ts'
import { refusals } from '../refusals.ts'
import { importBankFiles } from '../rights.ts'
import type { BankEntry, BankEntryEvent } from './bank-entry.ts'
import { bankEntryThing, readBankEntry } from './bank-entry.store.ts'
import { bringEntryBack, setEntryAside } from './match-entry.ts'
import { matchToPayout, matchToPenalty, matchToRecorded, matchToReturn, unmatch, type Matching } from './match-entry.store.ts'
import { candidatesFor, debtsOfCase } from './match-candidates.store.ts'
import { proposeMatches } from './propose-matches.ts'
import { entryStageWords, groundWords, matchWords } from './words.ts'

const template = 'casework/penalties/bank-import/bank-entry.njk'
const params = z.object({ id: z.uuid() })
const why = 'Booking money received'

const sayForm = z
  .object({
    answer: z.string('Choose what it is').regex(/^(penalty:.+|recorded:.+|return:.+|payout:(card-service|till)|reference|aside)$/, 'Choose what it is'),
    reference: z.string().max(40, 'Use 40 characters or fewer').default(''),
    reasons: z.string().max(reasonsMax, `Use ${reasonsMax} characters or fewer`).default(''),
  })
  .refine(({ answer, reference }) => answer !== 'reference' || reference !== '', { path: ['reference'], message: 'Enter the reference, such as JX-2026-000012-D1' })
  .refine(({ answer, reasons }) => !/^(aside|return:)/.test(answer) || reasons !== '', { path: ['reasons'], message: 'Give your reasons' })

/** One movement of money: what speaks for which debt, and the form by which a person says what it is. */
export const bankEntryPage = formPage({
  path: '/ledger/bank-entries/:id',
  right: importBankFiles,
  template,
  params,
  form: sayForm,
  refusals,
  show: ({ id }, ctx) => view(ctx, id),
  submit: async ({ id }, { answer, reference, reasons }, { db, clock, by }) => {
    const matching = { entryId: id, on: clock.today(), by: by(why) }
    const [kind, target = ''] = [answer.slice(0, answer.indexOf(':') === -1 ? undefined : answer.indexOf(':')), answer.slice(answer.indexOf(':') + 1)]
    switch (kind) {
      case 'penalty': return matchToPenalty(db, { ...matching, penaltyId: target })
      case 'recorded': return matchToRecorded(db, { ...matching, paymentId: target })
      case 'return': return matchToReturn(db, { ...matching, paymentId: target, reasons })
      case 'payout': return matchToPayout(db, { ...matching, from: target === 'till' ? 'till' : 'card-service' })
      case 'reference': return matchByReference(db, reference, matching)
      default: return change(db, bankEntryThing, { id, by: matching.by }, (entry) => setEntryAside(entry, { reasons, by: named(matching.by), on: matching.on }))
    }
  },
  next: () => '/ledger/bank-entries',
  done: { en: 'It is written down what this money is.', fr: 'La nature de ce montant est enregistrée.' },
})

/** Answered wrongly: it waits again, and what was booked is turned round. */
export const reopenBankEntryPage = formPage({
  path: '/ledger/bank-entries/:id/again',
  right: importBankFiles,
  template,
  params,
  form: z.object({ againReasons: z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax) }),
  refusals,
  show: ({ id }, ctx) => view(ctx, id),
  submit: async ({ id }, { againReasons: reasons }, { db, clock, by }) => {
    const entry = await readBankEntry(db, id)
    if (entry?.stage === 'matched') return unmatch(db, { entryId: id, on: clock.today(), by: by(why), reasons })
    return change(db, bankEntryThing, { id, by: by(why) }, (current) => bringEntryBack(current, reasons))
  },
  next: ({ id }) => `/ledger/bank-entries/${id}`,
  done: { en: 'It waits again for somebody to say what it is.', fr: 'Ce montant attend de nouveau une réponse.' },
})

async function matchByReference(db: PageContext['db'], typed: string, matching: Matching): Promise<Decision<BankEntryEvent>> {
  const reference = typed.trim().toUpperCase()
  const found = await caseOfReference(db, reference.slice(0, reference.lastIndexOf('-')))
  const debt = found && (await debtsOfCase(db, found.id)).find((each) => each.reference === reference)
  return debt === undefined ? refuse('no-debt-of-that-reference') : matchToPenalty(db, { ...matching, penaltyId: debt.penaltyId })
}

async function view({ db, by, officer }: PageContext, id: string): Promise<object | undefined> {
  const entry = await readBankEntry(db, id)
  if (entry === undefined) return undefined
  await recordLook(db, { subject: `bank-entry:${id}`, what: 'movement of money', by: by(why) })
  return { entry, state: entryStageWords[entry.stage], ...(entry.stage === 'waiting' ? await proposals(db, officer, entry) : await answered(db, entry)) }
}

async function proposals(db: PageContext['db'], officer: PageContext['officer'], entry: BankEntry): Promise<object> {
  const { debts, payments } = await candidatesFor(db, officer, entry)
  const matches = entry.direction === 'in' ? proposeMatches(entry, debts) : []
  const collected = entry.direction === 'in' ? [{ from: 'card-service', words: 'The card service paid out', pence: await balanceOf(db, cardService) }, { from: 'till', words: 'Cash of the ports was paid in', pence: await balanceOf(db, till) }] : []
  return {
    matches: matches.map(({ debt, grounds }) => ({ debt, grounds: grounds.map((ground) => groundWords[ground]).join(', ') })),
    payments, collected: collected.filter(({ pence }) => pence >= entry.amountPence),
  }
}

async function answered(db: PageContext['db'], { match }: BankEntry): Promise<object> {
  if (match === null) return {}
  return { how: matchWords[match.how], found: match.how === 'payout' ? undefined : await readCase(db, match.caseId) }
}
