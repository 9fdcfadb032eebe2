import { z } from 'zod'
import { businessSizes } from '#law'
import { announce, refuse } from '#platform/decisions'
import { formPage, inBoth, type PageContext } from '#platform/web'
import { questionCodes, questionOf } from '../information-request/questions.ts'
import { wordsOfQuestion } from '../notice/write-information-request.ts'
import { reasonsMax } from '../limits.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { refusals } from '../refusals.ts'
import { useOwnCase } from '../rights.ts'
import { saveDraft } from './draft.store.ts'
import { addressOfOwn, openOwnCase, ownParams, ownView, type OwnCase } from './open-own-case.page.ts'

/** One question on a page. What is typed is saved and nothing more: it is sent from another page. */
export const answerQuestionPage = formPage({
  path: '/answer/:code/questions/:question',
  right: useOwnCase,
  template: 'casework/penalties/own-case/answer-question.njk',
  params: ownParams.extend({ question: z.enum(questionCodes) }),
  form: z.object({
    says: z.string().max(reasonsMax, inBoth(`Use ${reasonsMax} characters or fewer, and send the rest as a paper`, `Utilisez au plus ${reasonsMax} caractères et envoyez le reste en document`)).default(''),
    shows: z.string().max(20).default(''),
  }),
  refusals,
  show: async ({ code, question }, ctx) => {
    const own = await openOwnCase(ctx, code, `question ${question}`)
    if (own?.request?.questions.includes(question) !== true) return undefined
    return ownView(own, ctx, { question: own.speech.say(wordsOfQuestion(question)), form: questionOf(question).form, sizes: businessSizes, values: own.draft.answers[question] ?? { says: '', shows: '' } })
  },
  submit: async ({ code, question }, typed, ctx) => {
    const own = await openOwnCase(ctx, code, `question ${question}`)
    if (own?.request?.questions.includes(question) !== true) return refuse('no-such-person-link')
    if (questionOf(question).form === 'amount' && !maybePounds.safeParse(typed.shows).success) return refuse('not-an-amount')
    await save(ctx, own, { [question]: typed })
    return { ...announce(), onward: after(own.request.questions, question) }
  },
  next: ({ code }, _form, saved) => ('onward' in saved && saved.onward !== undefined ? `${addressOfOwn(code)}/questions/${String(saved.onward)}` : `${addressOfOwn(code)}/papers`),
})

function save({ db, clock }: PageContext, { link, draft }: OwnCase, answers: OwnCase['draft']['answers']): Promise<void> {
  return saveDraft(db, link.id, { language: draft.language, answers }, clock.now())
}

function after<Code>(codes: readonly Code[], code: Code): Code | undefined {
  return codes[codes.indexOf(code) + 1]
}
