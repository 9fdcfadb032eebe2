import { announce, refuse, type Decision } from '#platform/decisions'
import { daysAfter, type By, type CalendarDate, type Instant, type Plate } from '#values'
import { generalAccessDays, historyDaysMax } from '../limits.ts'

/** A wish to see where a vehicle was longer ago than general access reaches, and a senior officer's answer. */
export interface HistoryRequest {
  readonly id: string
  readonly plate: Plate
  readonly fromDay: CalendarDate
  readonly toDay: CalendarDate
  readonly reason: string
  readonly reference: string
  readonly requestedBy: string
  readonly requestedByName: string
  readonly requestedAt: Instant
  readonly status: 'waiting' | 'approved' | 'refused'
  readonly answeredBy: string | null
  readonly answeredByName: string | null
  readonly answeredAt: Instant | null
}

type Answer = 'status' | 'answeredBy' | 'answeredByName' | 'answeredAt'

export type HistoryWanted = Omit<HistoryRequest, Answer>

export interface HistoryRequested extends HistoryWanted {
  readonly type: 'history-requested'
}

export interface HistoryAnswered {
  readonly type: 'history-approved' | 'history-refused'
  readonly answeredBy: string
  readonly answeredByName: string
  readonly answeredAt: Instant
}

export function evolveRequest(request: HistoryRequest | undefined, event: HistoryRequested | HistoryAnswered): HistoryRequest {
  const { type, ...facts } = event
  if (event.type === 'history-requested') {
    const { type: _type, ...wanted } = event
    return { ...wanted, status: 'waiting', answeredBy: null, answeredByName: null, answeredAt: null }
  }
  if (request === undefined) throw new Error(`${type} before it was requested`)
  return { ...request, ...facts, status: type === 'history-approved' ? 'approved' : 'refused' }
}

/** Asks a senior officer. What general access reaches needs nobody's leave, and what retention has taken nobody can see. */
export function requestHistory(request: HistoryRequest | undefined, wanted: HistoryWanted, today: CalendarDate): Decision<HistoryRequested> {
  if (request !== undefined) return announce()
  if (wanted.plate.replaceAll('#', '').length === 0) return refuse('no-plate')
  if (wanted.toDay < wanted.fromDay) return refuse('ends-before-it-begins')
  if (wanted.fromDay >= daysAfter(-generalAccessDays, today)) return refuse('no-leave-needed')
  if (wanted.fromDay < daysAfter(-historyDaysMax, today)) return refuse('beyond-retention')
  return announce({ type: 'history-requested', ...wanted })
}

/** A senior officer answers, and never their own request. */
export function answerRequest(request: HistoryRequest | undefined, approve: boolean, { officerId, name, at }: By): Decision<HistoryAnswered> {
  if (request === undefined) return refuse('no-such-request')
  if (request.status !== 'waiting') return refuse('answered-already')
  if (request.requestedBy === officerId) return refuse('own-request')
  return announce({ type: approve ? 'history-approved' : 'history-refused', answeredBy: officerId, answeredByName: name, answeredAt: at })
}
