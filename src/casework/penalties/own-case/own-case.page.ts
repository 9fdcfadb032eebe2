import { page, type PageContext } from '#platform/web'
import { evidenceOf } from '../evidence/evidence.store.ts'
import { saysNothing, type QuestionCode } from '../information-request/questions.ts'
import { wordsOfQuestion } from '../notice/write-information-request.ts'
import { asCapacity, requestWords, transporterWords } from '../notice/letter-words.ts'
import { useOwnCase } from '../rights.ts'
import { openOwnCase, ownParams, ownView, type OwnCase } from './open-own-case.page.ts'
import { hasAnswers } from './draft.ts'
import { papersFrom, shownTo } from './own-evidence.ts'

/** The overview: what we ask, what is answered, what was sent, and what we show this person of the evidence. */
export const ownCasePage = page({
  path: '/answer/:code',
  right: useOwnCase,
  template: 'casework/penalties/own-case/own-case.njk',
  params: ownParams,
  show: async ({ params: { code } }, ctx) => {
    const own = await openOwnCase(ctx, code, 'overview')
    return own && ownView(own, ctx, await overview(ctx, own))
  },
})

async function overview({ db }: PageContext, own: OwnCase): Promise<object> {
  const { speech, found: { id, incident }, person, request, draft } = own
  const items = await evidenceOf(db, id)
  return {
    about: speech.say(requestWords.opening, { day: speech.day(incident.occurredOn), transporter: speech.say(transporterWords[incident.transporter]), capacity: speech.say(asCapacity[person.capacity]) }),
    questions: (request?.questions ?? []).map((code) => ({ code, words: speech.say(wordsOfQuestion(code)), standing: standingOf(own, code) })),
    maySend: request !== undefined && hasAnswers(draft),
    papers: papersFrom(items, person.id).length,
    shown: shownTo(items, person.id).length,
    hasSent: request?.answers.some(({ declared }) => declared !== undefined) === true,
  }
}

/** What became of one question: typed and not sent, sent, or neither. */
function standingOf({ draft, request }: OwnCase, code: QuestionCode): 'saved' | 'sent' | 'open' {
  const typed = draft.answers[code]
  if (typed !== undefined && !saysNothing(typed)) return 'saved'
  return request?.answers.some(({ question }) => question === code) === true ? 'sent' : 'open'
}
