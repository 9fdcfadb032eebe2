import { z } from 'zod'
import { announce, isRefused, type Decision, type Happening } from '#platform/decisions'
import { formPage, type PageContext } from '#platform/web'
import { returnsAtOnce } from '../letter-limits.ts'
import { reasonsMax } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { sendLetters } from '../rights.ts'
import { openReturns } from './list-returns.store.ts'
import { returnedMailTemplate, returnedMailView } from './returned-mail.page.ts'
import { sendAgain } from './serve-again.store.ts'

/** Letters whose readers were traced go out again in one act, each under its covering letter and with its days as they were. New days are decided for each by itself. */
export const sendManyAgainPage = formPage({
  path: '/returned-mail/sent-again',
  right: sendLetters,
  template: returnedMailTemplate,
  refusals,
  form: z.object({
    returns: z.array(z.uuid(), 'Choose at least one letter').min(1, 'Choose at least one letter').max(returnsAtOnce),
    againReasons: z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax),
  }),
  show: (_params, ctx) => returnedMailView(ctx),
  submit: (_params, { returns, againReasons }, ctx) => sendAll(ctx, returns, againReasons),
  next: () => '/returned-mail',
  done: { en: 'Each goes to the address that was traced, with its days as they were.', fr: 'Chaque lettre part à l’adresse trouvée, délais inchangés.' },
})

/** Each by itself, of those this officer may act on: one that cannot be sent keeps no other from it, and says why. */
async function sendAll({ db, officer, mode, by }: PageContext, ids: readonly string[], reasons: string): Promise<Decision<Happening>> {
  const theirs = (await openReturns(db, officer, sendLetters)).filter(({ id }) => ids.includes(id))
  const decisions: Decision<Happening>[] = []
  for (const { id } of theirs) decisions.push(await sendAgain(db, { returnedId: id, reasons, demonstration: mode === 'demo', by: by('Sending returned letters again') }))
  return decisions.find(isRefused) ?? announce()
}
