import { z } from 'zod'
import { refuse, type Decision } from '#platform/decisions'
import { formPage, inBoth, page, type PageContext } from '#platform/web'
import { dayOf, london, timeOfDay } from '#values'
import type { RequestEvent } from '../information-request/information-request.ts'
import { answersTo } from '../information-request/receive-answers.page.ts'
import { questionOf, type ProposedFact } from '../information-request/questions.ts'
import type { Speech } from '../notice/letter-speech.ts'
import { ownWords } from '../notice/letter-words.ts'
import { wordsOfQuestion } from '../notice/write-information-request.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { representativeThing } from '../representative/representative.store.ts'
import { speakerFor } from '../representative/representative.ts'
import { useOwnCase } from '../rights.ts'
import { hasAnswers } from './draft.ts'
import { addressOfOwn, openOwnCase, ownParams, ownView, throughLink, type OwnCase } from './open-own-case.page.ts'
import { newReceipt, sendAnswers } from './send-answers.store.ts'

const declaring = z.object({
  as: z.enum(['self', 'representative'], inBoth('Choose who answers', 'Indiquez qui répond')),
  name: z.string().trim().min(1, inBoth('Give your name', 'Indiquez votre nom')).max(200, inBoth('Use 200 characters or fewer', 'Utilisez au plus 200 caractères')),
})

/** Everything saved, once more, and who stands for it. */
export const sendAnswersPage = formPage({
  path: '/answer/:code/check',
  right: useOwnCase,
  template: 'casework/penalties/own-case/check-answers.njk',
  params: ownParams,
  form: declaring,
  refusals,
  show: async ({ code }, ctx) => {
    const own = await openOwnCase(ctx, code, 'answers to check')
    return own?.request && ownView(own, ctx, { questions: own.request.questions.map((question) => ({ code: question, words: own.speech.say(wordsOfQuestion(question)), form: questionOf(question).form, ...own.draft.answers[question] })), isEmpty: !hasAnswers(own.draft), values: {} })
  },
  submit: ({ code }, declared, ctx) => send(ctx, code, declared),
  next: ({ code }) => `${addressOfOwn(code)}/receipt`,
})

async function send(ctx: PageContext, code: string, { as, name }: z.output<typeof declaring>): Promise<Decision<RequestEvent>> {
  const own = await openOwnCase(ctx, code, 'answers to send')
  if (own?.request === undefined) return refuse('no-such-person-link')
  const { link, person, request, draft } = own
  const today = ctx.clock.today()
  if (as === 'representative' && speakerFor(await representativeThing.ofCase(ctx.db, link.caseId), person.id, 'answers', today) === undefined) return refuse('no-authority-to-answer')
  const from = as === 'self' ? name : `${name}, for ${nameOf(person)}`
  const rest = { from, receivedOn: today, evidenceId: null, came: 'online', declared: { as, language: draft.language, receipt: newReceipt(), at: ctx.clock.now() } } as const
  const received = answersTo(request, person, rest, (question) => draft.answers[question] ?? { says: '', shows: '' })
  return sendAnswers(ctx.db, { linkId: link.id, requestId: request.id, caseId: link.caseId, by: throughLink(ctx, own, 'Answers sent at the public door') }, received)
}

/** Proof for whoever sent them: when, under which number, and what. */
export const answersReceiptPage = page({
  path: '/answer/:code/receipt',
  right: useOwnCase,
  template: 'casework/penalties/own-case/answers-receipt.njk',
  params: ownParams,
  show: async ({ params: { code } }, ctx) => {
    const own = await openOwnCase(ctx, code, 'receipt')
    const receipts = own === undefined ? [] : receiptsOf(own)
    return own === undefined || receipts.length === 0 ? undefined : ownView(own, ctx, { receipts })
  },
})

/** Newest first: each time that answers were sent here. */
function receiptsOf({ request, speech }: OwnCase): readonly object[] {
  const online = (request?.answers ?? []).filter((answer) => answer.declared !== undefined)
  const byReceipt = Map.groupBy(online, ({ declared }) => declared?.receipt)
  return [...byReceipt].toReversed().flatMap(([receipt, [first, ...rest]]) => (first?.declared === undefined ? [] : [{
    receipt, from: first.from, day: speech.day(dayOf(first.declared.at)), time: timeOfDay(first.declared.at, london).slice(0, 5),
    answers: [first, ...rest].map((answer) => ({ words: speech.say(wordsOfQuestion(answer.question)), short: inShort(answer.proposes, speech), says: answer.says })),
  }]))
}

/** What was ticked or typed as a figure, as the page that asked it said it. */
function inShort(proposes: ProposedFact | null, speech: Speech): string {
  if (proposes === null) return ''
  if (proposes.fact === 'means') return speech.amount(proposes.amountPence)
  if (proposes.fact === 'businessSize') return speech.say(ownWords[proposes.size])
  const isSo = 'found' in proposes ? proposes.found : proposes.is
  return speech.say(isSo ? ownWords.yes : ownWords.no)
}
