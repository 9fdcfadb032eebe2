import { z } from 'zod'
import { change, recordLook } from '#platform/events'
import { formPage, type PageContext, type Route } from '#platform/web'
import { daysAfter } from '#values'
import { aDay, someWords } from '../case/form-fields.ts'
import { suspenseKeptDays, suspenseKeptMaxDays } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { decideSuspense, importBankFiles } from '../rights.ts'
import { bankEntryThing, readBankEntry } from './bank-entry.store.ts'
import { answerSendingBackOf } from './send-back.store.ts'
import { keepInSuspense, prepareSendingBack } from './send-back.ts'
import { entryStageWords } from './words.ts'

const params = z.object({ id: z.uuid() })
const reasons = someWords('Give your reasons')
const why = 'Money in suspense'

/** Back to whoever sent it, made ready by one officer of finance. */
const prepareSendingBackPage = formPage({
  path: '/ledger/bank-entries/:id/sending-back',
  right: importBankFiles,
  template: 'casework/penalties/bank-import/send-back.njk',
  params,
  form: z.object({
    payee: someWords('Enter who sent it', 200),
    account: z.string('Enter the account it came from').transform((typed) => typed.replaceAll(' ', '').toUpperCase()).default(''),
    reasons,
  }),
  refusals,
  show: ({ id }, ctx) => view(ctx, id),
  submit: async ({ id }, { account, ...answers }, { db, clock, by }) => {
    const given = (await readBankEntry(db, id))?.payerAccount ?? null
    const prepared = { ...answers, account: given ?? account, preparedBy: named(by(why)), preparedOn: clock.today() }
    return change(db, bankEntryThing, { id, by: by(why) }, (entry) => prepareSendingBack(entry, prepared))
  },
  next: ({ id }) => `/ledger/bank-entries/${id}`,
  done: { en: 'Made ready. Another officer of finance lets it go.', fr: 'Préparé. Un autre agent des finances répondra.' },
})

/** Another officer of finance lets it go, or not. */
const answerSendingBackPage = formPage({
  path: '/ledger/bank-entries/:id/sending-back/answer',
  right: importBankFiles,
  template: 'casework/penalties/bank-import/send-back.njk',
  params,
  form: z.object({ answer: z.enum(['approve', 'refuse'], 'Choose whether it goes back'), answerReasons: reasons }),
  refusals,
  show: ({ id }, ctx) => view(ctx, id),
  submit: ({ id }, { answer, answerReasons }, { db, clock, by }) =>
    answerSendingBackOf(db, id, { approve: answer === 'approve', reasons: answerReasons, by: named(by(why)), on: clock.today() }, by(why)),
  next: ({ id }) => `/ledger/bank-entries/${id}`,
  done: { en: 'Your answer is recorded.', fr: 'Votre réponse est enregistrée.' },
})

/** A senior officer answers for keeping it longer. */
const keepInSuspensePage = formPage({
  path: '/ledger/bank-entries/:id/kept',
  right: decideSuspense,
  template: 'casework/penalties/bank-import/keep-in-suspense.njk',
  params,
  form: z.object({ untilOn: aDay('Enter the day until which it is kept'), reasons }),
  refusals,
  show: ({ id }, ctx) => view(ctx, id),
  submit: ({ id }, answers, { db, clock, by }) =>
    change(db, bankEntryThing, { id, by: by(why) }, (entry) => keepInSuspense(entry, { ...answers, by: named(by(why)), on: clock.today() })),
  next: () => '/ledger/suspense',
  done: { en: 'It is kept in suspense until that day.', fr: 'Le montant reste en attente jusqu’à cette date.' },
})

export const sendBackPages: readonly Route[] = [prepareSendingBackPage, answerSendingBackPage, keepInSuspensePage]

async function view({ db, clock, officer, by }: PageContext, id: string): Promise<object | undefined> {
  const entry = await readBankEntry(db, id)
  if (entry === undefined) return undefined
  await recordLook(db, { subject: `bank-entry:${id}`, what: 'movement of money', by: by(why) })
  const today = clock.today()
  return {
    entry, state: entryStageWords[entry.stage], isOwn: entry.sendingBack?.preparedBy.officerId === officer.id,
    latest: daysAfter(suspenseKeptMaxDays, today), values: { payee: entry.payer, untilOn: daysAfter(suspenseKeptDays, today) },
  }
}
