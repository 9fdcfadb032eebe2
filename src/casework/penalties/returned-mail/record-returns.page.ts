import { z } from 'zod'
import { announce, isRefused, refuse, type Decision, type Happening } from '#platform/decisions'
import { formPage, page, type PageContext } from '#platform/web'
import { day, isDay, type CalendarDate } from '#values'
import { returnsAtOnce } from '../letter-limits.ts'
import { reasonsMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { sendLetters } from '../rights.ts'
import { changeDispatch } from '../service/change-dispatch.store.ts'
import { outcomeCodes, outcomeRules, type OutcomeCode } from '../service/outcome.ts'
import { noonOf, recordOutcome } from '../service/record-outcome.ts'
import { purposeWords } from '../template/template-words.ts'
import { matchLetters } from './match-letters.store.ts'

/** What an envelope can say of itself. */
const codes = outcomeCodes.filter((code) => outcomeRules[code].endsAs === 'returned' && code !== 'mailbox-refused')
const aDay = z.string('Enter the day').refine(isDay, 'Enter the day').transform(day)
const references = z.string().default('').transform((typed) => [...new Set(typed.toUpperCase().split(/[\s,;]+/).filter((each) => each !== ''))].slice(0, returnsAtOnce))

const choices = codes.map((value) => ({ value, text: outcomeRules[value].words }))

/** One envelope or a bag: the references are looked up first, and nothing is recorded before somebody has seen which letters they are. */
export const newReturnsPage = page({
  path: '/returned-mail/new',
  right: sendLetters,
  template: 'casework/penalties/returned-mail/new-returns.njk',
  query: z.object({ references }),
  show: async ({ query }, { db, officer, clock }) => {
    const asked = query.references
    const found = asked.length === 0 ? [] : await matchLetters(db, officer, asked)
    return {
      asked: asked.join('\n'), choices, most: returnsAtOnce,
      found: found.map((letter) => ({ ...letter, purpose: purposeWords[letter.purpose] })),
      unknown: asked.filter((each) => !found.some(({ reference }) => reference === each)),
      values: { returnedOn: clock.today() },
    }
  },
})

export const recordReturnsPage = formPage({
  path: '/returned-mail/record',
  right: sendLetters,
  template: 'casework/penalties/returned-mail/new-returns.njk',
  refusals,
  form: z.object({
    letters: z.array(z.string().max(60), 'Choose at least one letter').min(1, 'Choose at least one letter').max(returnsAtOnce),
    code: z.enum(codes, 'Choose what the envelope says'),
    returnedOn: aDay,
    note: z.string('Say what proves it').min(1, 'Say what proves it').max(reasonsMax),
  }),
  show: async (_params, { clock }) => ({ asked: '', choices, most: returnsAtOnce, found: [], unknown: [], values: { returnedOn: clock.today() } }),
  submit: (_params, answers, ctx) => recordAll(ctx, answers),
  next: () => '/returned-mail',
  done: { en: 'Each is recorded. Nobody is chased for these penalties until somebody has traced the reader.', fr: 'Chaque retour est enregistré. Personne n’est relancé pour ces sanctions jusqu’à la recherche du destinataire.' },
})

interface Bag {
  readonly letters: readonly string[]
  readonly code: OutcomeCode
  readonly returnedOn: CalendarDate
  readonly note: string
}

/** Each by itself: a letter that cannot be recorded keeps no other from it, and is named. */
async function recordAll({ db, officer, clock, by }: PageContext, { letters, code, returnedOn, note }: Bag): Promise<Decision<Happening>> {
  const matched = await matchLetters(db, officer, letters)
  const act = by('Opening the returned mail')
  const outcome = { code, at: noonOf(returnedOn, clock.now()), evidence: note, recordedBy: named(act) }
  const decisions: Decision<Happening>[] = []
  for (const { dispatchId } of matched) decisions.push(await changeDispatch(db, dispatchId, act, (dispatch) => recordOutcome(dispatch, outcome, clock.now())))
  const refused = decisions.find(isRefused)
  if (matched.length === 0) return refuse('no-such-dispatch')
  return refused ?? announce()
}
