import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import { lastDayFor } from '../deadline/last-day-for.ts'
import type { LateObjectionReceived, ObjectionReceived } from '../events.ts'
import { noticeInForce, type ObjectionGrounds, type Penalty } from '../penalty/penalty.ts'

export interface Receiving {
  readonly receivedOn: CalendarDate
  readonly grounds: ObjectionGrounds
  readonly summary: string
  readonly objector: string
  /** The legal day on which it is recorded: nothing arrives tomorrow. */
  readonly today: CalendarDate
}

/**
 * In time up to and on the last day. A late objection is recorded all the same and waits for a person:
 * section 35 does not say what follows, so no machine turns it away. Paying does not take the right to object away.
 */
export function receiveObjection(penalty: Penalty | undefined, receiving: Receiving): Decision<ObjectionReceived | LateObjectionReceived> {
  if (penalty === undefined) return refuse('no-such-penalty')
  const { receivedOn, grounds, summary, objector, today } = receiving
  const refusal = notOpenToObject(penalty, receivedOn, today)
  if (refusal !== undefined) return refusal

  const { day: lastDay, under } = lastDayFor('object', penalty)
  if (lastDay === null) throw new Error(`Penalty ${penalty.id} has a notice but no last day to object`)
  const type = isAfter(receivedOn, lastDay) ? 'late-objection-received' : 'objection-received'
  return announce({ type, receivedOn, grounds, summary, objector, lastDay, under })
}

function notOpenToObject({ stage, notices, determination }: Penalty, receivedOn: CalendarDate, today: CalendarDate): Refusal | undefined {
  if (stage === 'objected') return refuse('objection-already-held')
  if (determination !== null) return refuse('objection-already-determined')
  const notice = noticeInForce({ notices })
  if (notice === undefined || !['issued', 'settled'].includes(stage)) return refuse('no-notice-to-object-to')
  if (isBefore(receivedOn, notice.issuedOn)) return refuse('received-before-notice')
  if (isAfter(receivedOn, today)) return refuse('received-in-future')
  return undefined
}
