import type { CalendarDate } from '#values'
import { noticeInForce, type PenaltyStanding } from '../penalty/penalty.ts'
import { hasLeft, isUnderWay, type Dispatch } from './dispatch.ts'
import { deemedReceipt } from './plan-channels.ts'

/** What is known of one letter on its way to its reader. `not-sent` and `came-back` stop whatever rests on its having been served. */
export interface LetterService {
  readonly documentId: string
  readonly standing: 'not-sent' | 'waiting' | 'sent' | 'delivered' | 'came-back'
  /** The first day on which it left by a way that has not failed; null while none has. */
  readonly sentOn: CalendarDate | null
  /** The day on which the law takes it to have been received abroad (reg. 14(2)); null where it says nothing. */
  readonly deemedOn: CalendarDate | null
}

/** Put together from every way in which this letter was sent: one that arrived is enough, and silence is never arrival. */
export function serviceOfLetter(documentId: string, dispatches: readonly Dispatch[]): LetterService {
  const ours = dispatches.filter((dispatch) => dispatch.documentId === documentId)
  const left = ours.filter(hasLeft)
  const days = left.flatMap(({ sent, channel, to }) => (sent === null ? [] : [{ sentOn: sent.on, deemedOn: deemedReceipt(channel, sent.on, to.country).on }]))
  const first = days.toSorted((one, other) => (one.sentOn < other.sentOn ? -1 : 1))[0]
  return { documentId, standing: standingOf(ours), sentOn: first?.sentOn ?? null, deemedOn: first?.deemedOn ?? null }
}

function standingOf(ours: readonly Dispatch[]): LetterService['standing'] {
  if (ours.some(({ stage }) => stage === 'delivered')) return 'delivered'
  if (ours.some(({ stage }) => stage === 'sent')) return 'sent'
  if (ours.some(isUnderWay)) return 'waiting'
  return ours.some(({ stage }) => stage === 'returned') ? 'came-back' : 'not-sent'
}

/** The penalties whose objector was told nothing yet, as far as anything shows: no decision letter has left. The next stage waits for it (casework.md C15). */
export function repliesNotServed(penalties: readonly PenaltyStanding[], dispatches: readonly Dispatch[]): ReadonlySet<string> {
  return new Set(penalties.filter((penalty) => penalty.stage === 'determined' && !isReplyServed(penalty, dispatches)).map(({ id }) => id))
}

const replies: readonly Dispatch['purpose'][] = ['objection-decision', 'amount-corrected', 'covering-letter']

/** By the decision letter itself, or by the covering letter that took it to another address. */
function isReplyServed(penalty: PenaltyStanding, dispatches: readonly Dispatch[]): boolean {
  const since = noticeInForce(penalty)?.issuedOn
  return dispatches.some((dispatch) => dispatch.penaltyId === penalty.id && replies.includes(dispatch.purpose) && hasLeft(dispatch) && (since === undefined || dispatch.plannedOn >= since))
}
