import { z } from 'zod'
import type { Decision, Happening } from '#platform/decisions'
import { action, type PageContext, type Route } from '#platform/web'
import { daysAfter, type By } from '#values'
import { caseForm } from '../case/case-form.page.ts'
import { actInCase, subjectOfCase } from '../case/enter-case.page.ts'
import { aDay, someWords } from '../case/form-fields.ts'
import { choicesOf } from '../file/choices.ts'
import { closedWords } from '../file/file-words.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { answerWithinDays } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { keepFile } from '../rights.ts'
import type { InformationRequest } from './information-request.ts'
import { closeRequest, giveMoreTime, remindOfRequest } from './request-information.ts'
import { requestThing } from './request.store.ts'

export const requestParams = z.object({ id: z.uuid(), requestId: z.uuid() })
type RequestParams = z.output<typeof requestParams>

export const addressOfRequest = ({ id, requestId }: RequestParams) => `/cases/${id}/requests/${requestId}`

/** The request, if it lies in this case. */
export async function requestIn({ db }: Pick<PageContext, 'db'>, { id, requestId }: RequestParams): Promise<InformationRequest | undefined> {
  const request = await requestThing.read(db, requestId)
  return request?.caseId === id ? request : undefined
}

interface RequestForm<Form extends z.ZodType, Event extends Happening> {
  readonly end: string
  readonly template: string
  readonly heading: string
  readonly form: Form
  readonly view: (ctx: PageContext, request: InformationRequest) => Promise<object | undefined>
  readonly act: (ctx: PageContext, params: RequestParams, answers: z.output<Form>, by: By) => Promise<Decision<Event>>
  readonly done: { readonly en: string; readonly fr: string }
}

/** A form about one request for information. */
export function requestForm<Form extends z.ZodType, Event extends Happening>({ end, heading, view, ...rest }: RequestForm<Form, Event>): Route {
  return caseForm({
    ...rest,
    path: `/cases/:id/requests/:requestId/${end}`,
    params: requestParams,
    right: keepFile,
    what: `request for information: ${heading.toLowerCase()}`,
    view: async (ctx, _found, params) => {
      const request = await requestIn(ctx, params)
      const shown = request && (await view(ctx, request))
      return shown && { request, heading, back: { href: addressOfRequest(params), text: 'Back to the request' }, ...shown }
    },
    next: addressOfRequest,
  })
}

export const giveMoreTimePage = requestForm({
  end: 'more-time',
  template: 'casework/penalties/information-request/give-more-time.njk',
  heading: 'Give more time to answer',
  form: z.object({ until: aDay('Enter the later day'), reasons: someWords('Give your reasons') }),
  view: async (_ctx, request) => ({ values: { until: daysAfter(answerWithinDays, request.answerBy) } }),
  act: ({ db, clock }, { id: caseId, requestId }, answers, by) =>
    changeInFile(db, requestThing, { id: requestId, caseId, by }, (request) => giveMoreTime(request, { ...answers, by: named(by), on: clock.today() })),
  done: { en: 'They have more time. The last day to issue a notice has not moved.', fr: 'Le délai de réponse est prolongé. Le délai pour émettre l’avis ne change pas.' },
})

const closings = ['answered', 'unanswered', 'taken-back'] as const

export const closeRequestPage = requestForm({
  end: 'close',
  template: 'casework/penalties/information-request/close-request.njk',
  heading: 'Wait for nothing more',
  form: z.object({ as: z.enum(closings, 'Choose how it ended'), reasons: someWords('Give your reasons') }),
  view: async (_ctx, request) => ({ choices: choicesOf(closings, closedWords), values: { as: request.answers.length > 0 ? 'answered' : undefined } }),
  act: ({ db, clock }, { id: caseId, requestId }, answers, by) =>
    changeInFile(db, requestThing, { id: requestId, caseId, by }, (request) => closeRequest(request, { ...answers, by: named(by), on: clock.today() })),
  done: { en: 'Nothing more is waited for. What still comes is recorded all the same.', fr: 'Plus rien n’est attendu. Ce qui arrive encore est enregistré.' },
})

export const remindButton = action({
  path: '/cases/:id/requests/:requestId/remind',
  right: keepFile,
  params: requestParams,
  refusals,
  subject: subjectOfCase,
  submit: ({ id: caseId, requestId }, _form, ctx) => actInCase(ctx, caseId, (by) =>
    changeInFile(ctx.db, requestThing, { id: requestId, caseId, by }, (request) => remindOfRequest(request, { on: ctx.clock.today(), by: named(by) }))),
  next: addressOfRequest,
  done: { en: 'The reminder is recorded.', fr: 'Le rappel est enregistré.' },
})
