import { may } from '#platform/identity'
import { daysBetween } from '#values'
import { casePage } from '../case/case-form.page.ts'
import { whom } from '../file/choices.ts'
import { closedWords, howItCame, inWords, questionWords, requestRoadWords } from '../file/file-words.ts'
import { personsOfCase } from '../person/person.store.ts'
import { keepFile, seeCases } from '../rights.ts'
import { sentWays } from '../notice/sent-ways.ts'
import { dispatchesOfDocument } from '../service/dispatch.store.ts'
import { isOverdue, isWaiting, toJudge } from './information-request.ts'
import { addressOfRequest, requestIn, requestParams } from './request-item.page.ts'

/** One request: what was asked of whom, by when they answer, what they answered, and what was made of it. */
export const showRequestPage = casePage({
  path: '/cases/:id/requests/:requestId',
  params: requestParams,
  right: seeCases,
  template: 'casework/penalties/information-request/show-request.njk',
  what: 'request for information',
  view: async (ctx, found, params) => {
    const request = await requestIn(ctx, params)
    if (request === undefined) return undefined
    const today = ctx.clock.today()
    return {
      request, address: addressOfRequest(params), heading: `Asked: ${whom(await personsOfCase(ctx.db, found.id), request.personId)}`,
      road: request.road && requestRoadWords[request.road], ways: sentWays(request.id, await dispatchesOfDocument(ctx.db, request.id)), closedAs: request.closed && closedWords[request.closed.as],
      isWaiting: isWaiting(request), isOverdue: isOverdue(request, today), daysLeft: daysBetween(today, request.answerBy), toJudge: toJudge(request).length,
      questions: request.questions.map((code) => ({
        words: questionWords[code],
        answers: request.answers.filter(({ question }) => question === code).map((answer) => ({ ...answer, how: howItCame(answer), fact: answer.proposes && inWords(answer.proposes) })),
      })),
      mayKeep: may(ctx.officer, keepFile),
    }
  },
})
