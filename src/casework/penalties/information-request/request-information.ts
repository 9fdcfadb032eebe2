import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { Named } from '../penalty/penalty.ts'
import type { AnswerReminded, AnswersReceived, Answer, InformationRequest, InformationRequestClosed, InformationRequested, MoreTimeToAnswer } from './information-request.ts'

export type Requesting = Omit<InformationRequested, 'type' | 'under' | 'caseId'>

/** One request to a person at a time, while nothing is decided about the case as a whole. */
export function requestInformation(found: PenaltyCase, others: readonly InformationRequest[], requesting: Requesting): Decision<InformationRequested> {
  const { personId, questions, sentOn, answerBy } = requesting
  if (found.stage === 'closed') return refuse('case-closed')
  if (questions.length === 0) return refuse('asks-nothing')
  if (!isAfter(answerBy, sentOn)) return refuse('answer-before-asked')
  if (others.some((other) => other.personId === personId && other.closed === null)) return refuse('asked-already')
  return announce({ type: 'information-requested', ...requesting, caseId: found.id })
}

/** Silence is asked about once more, not taken for an answer. */
export function remindOfRequest(request: InformationRequest | undefined, reminder: { readonly on: CalendarDate; readonly by: Named }): Decision<AnswerReminded> {
  if (request === undefined) return refuse('no-such-request')
  if (request.closed !== null) return refuse('request-closed')
  if (request.answers.length > 0) return refuse('answered-already')
  if (!isAfter(reminder.on, request.answerBy)) return refuse('still-in-time')
  return announce({ type: 'answer-reminded', reminder })
}

/** More time is ours to give, as we set the day; the time to issue a notice runs on (reg. 3F). */
export function giveMoreTime(request: InformationRequest | undefined, moreTime: MoreTimeToAnswer['moreTime']): Decision<MoreTimeToAnswer> {
  if (request === undefined) return refuse('no-such-request')
  if (request.closed !== null) return refuse('request-closed')
  if (!isAfter(moreTime.until, request.answerBy)) return refuse('not-a-longer-time')
  if (moreTime.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'more-time-to-answer', moreTime })
}

export type Received = Omit<Answer, 'isLate' | 'judged'>

/** Whatever comes is recorded, also after the day we asked for and after the request was closed. */
export function receiveAnswers(request: InformationRequest | undefined, received: readonly Received[], today: CalendarDate): Decision<AnswersReceived> {
  if (request === undefined) return refuse('no-such-request')
  if (received.length === 0) return refuse('no-answer-typed')
  if (received.some(({ receivedOn }) => isAfter(receivedOn, today))) return refuse('received-in-future')
  if (received.some(({ receivedOn }) => isBefore(receivedOn, request.sentOn))) return refuse('answered-before-asked')
  return announce({ type: 'answers-received', answers: received.map((answer) => ({ ...answer, isLate: isAfter(answer.receivedOn, request.answerBy), judged: null })) })
}

export function closeRequest(request: InformationRequest | undefined, closed: NonNullable<InformationRequest['closed']>): Decision<InformationRequestClosed> {
  if (request === undefined) return refuse('no-such-request')
  if (request.closed !== null) return refuse('request-closed')
  if (closed.as === 'answered' && request.answers.length === 0) return refuse('no-answer-yet')
  if (closed.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'information-request-closed', closed })
}
