import type { Happening } from '#platform/decisions'
import { isAfter, type CalendarDate, type Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { LetterLanguage } from '../person/language.ts'
import type { ProposedFact, QuestionCode } from './questions.ts'

export type RequestRoad = 'post' | 'e-mail' | 'by-hand'

/** How an answer came: on paper, told to an officer who typed it in the person’s place, or sent at the public door. */
export const answerRoads = ['on-paper', 'on-behalf', 'online'] as const
export type AnswerRoad = (typeof answerRoads)[number]

/** What was said when answers were sent at the public door. */
export interface Declared {
  readonly as: 'self' | 'representative'
  /** The language of the pages they were typed on; an answer may be in any. */
  readonly language: LetterLanguage
  readonly receipt: string
  readonly at: Instant
}

/** One question answered. What it proposes waits until a person has accepted or declined it. */
export interface Answer {
  readonly id: string
  readonly question: QuestionCode
  readonly receivedOn: CalendarDate
  /** After the day we asked for. It is read all the same: the law sets no day for answering (legal.md 6, P4). */
  readonly isLate: boolean
  readonly from: string
  readonly says: string
  readonly evidenceId: string | null
  readonly proposes: ProposedFact | null
  /** Absent in answers of the time when all came on paper. */
  readonly came?: AnswerRoad
  readonly declared?: Declared
  readonly judged: { readonly accepted: boolean; readonly reasons: string; readonly by: Named; readonly on: CalendarDate } | null
}

export interface MoreTime {
  readonly until: CalendarDate
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

/** Questions put to one person before anybody decides: their first chance to be heard (casework.md U10). */
export interface InformationRequest {
  readonly id: string
  readonly caseId: string
  readonly personId: string
  readonly questions: readonly QuestionCode[]
  readonly sentOn: CalendarDate
  /** The day by which we asked for an answer. Ours to set and to move: no law gives it. */
  readonly answerBy: CalendarDate
  /** How it went; absent since letters that ask go the way of every letter. */
  readonly road?: RequestRoad
  /** To whom it went, as the envelope said it. */
  readonly sentTo: string
  /** The letter that asked, by the hash of its bytes; it is kept with every other letter, under the request’s own id. */
  readonly letter: { readonly sha256: string }
  readonly sentBy: Named
  readonly reminders: readonly { readonly on: CalendarDate; readonly by: Named }[]
  readonly moreTime: readonly MoreTime[]
  readonly answers: readonly Answer[]
  /** Nothing more is waited for. */
  readonly closed: { readonly as: 'answered' | 'unanswered' | 'taken-back'; readonly reasons: string; readonly by: Named; readonly on: CalendarDate } | null
}

export interface InformationRequested extends Happening, Omit<InformationRequest, 'id' | 'reminders' | 'moreTime' | 'answers' | 'closed'> {
  readonly type: 'information-requested'
  readonly requestId: string
}

export interface AnswerReminded extends Happening {
  readonly type: 'answer-reminded'
  readonly reminder: InformationRequest['reminders'][number]
}

export interface MoreTimeToAnswer extends Happening {
  readonly type: 'more-time-to-answer'
  readonly moreTime: MoreTime
}

export interface AnswersReceived extends Happening {
  readonly type: 'answers-received'
  readonly answers: readonly Answer[]
}

export interface AnswerJudged extends Happening {
  readonly type: 'answer-judged'
  readonly answerId: string
  readonly judged: NonNullable<Answer['judged']>
}

export interface InformationRequestClosed extends Happening {
  readonly type: 'information-request-closed'
  readonly closed: NonNullable<InformationRequest['closed']>
}

export type RequestEvent = InformationRequested | AnswerReminded | MoreTimeToAnswer | AnswersReceived | AnswerJudged | InformationRequestClosed

export function evolveRequest(state: InformationRequest | undefined, event: RequestEvent): InformationRequest {
  if (event.type === 'information-requested') return requested(event)
  if (state === undefined) throw new Error(`A request cannot begin with ${event.type}`)
  switch (event.type) {
    case 'answer-reminded': return { ...state, reminders: [...state.reminders, event.reminder] }
    case 'more-time-to-answer': return { ...state, moreTime: [...state.moreTime, event.moreTime], answerBy: event.moreTime.until }
    case 'answers-received': return { ...state, answers: [...state.answers, ...event.answers] }
    case 'answer-judged': return { ...state, answers: state.answers.map((answer) => (answer.id === event.answerId ? { ...answer, judged: event.judged } : answer)) }
    case 'information-request-closed': return { ...state, closed: event.closed }
  }
}

function requested({ requestId, caseId, personId, questions, sentOn, answerBy, road, sentTo, letter, sentBy }: InformationRequested): InformationRequest {
  return { id: requestId, caseId, personId, questions, sentOn, answerBy, ...(road === undefined ? {} : { road }), sentTo, letter, sentBy, reminders: [], moreTime: [], answers: [], closed: null }
}

export function isWaiting({ closed, answers }: InformationRequest): boolean {
  return closed === null && answers.length === 0
}

export function isOverdue(request: InformationRequest, today: CalendarDate): boolean {
  return isWaiting(request) && isAfter(today, request.answerBy)
}

/** Answers that propose a fact which nobody has accepted or declined. */
export function toJudge({ answers }: InformationRequest): readonly Answer[] {
  return answers.filter(({ proposes, judged }) => proposes !== null && judged === null)
}
