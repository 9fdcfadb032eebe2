import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, dayOf, type CalendarDate, type Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { Dispatch } from '../service/dispatch.ts'
import { lettersLeft, type BatchPosted, type BatchPrinted, type LetterTakenOut, type PrintBatch, type TakenOut } from './print-batch.ts'

export function recordPrinted(batch: PrintBatch | undefined, by: Named, at: Instant): Decision<BatchPrinted> {
  if (batch === undefined) return refuse('no-such-batch')
  if (batch.printed !== null) return refuse('batch-is-printed')
  return announce({ type: 'print-batch-printed', by, at })
}

/** Spoiled, or not to be sent after all: it no longer goes with this batch, and unless it was withheld it waits for the next. */
export function takeOut(batch: PrintBatch | undefined, out: TakenOut): Decision<LetterTakenOut> {
  if (batch === undefined) return refuse('no-such-batch')
  if (batch.posted !== null) return refuse('batch-is-posted')
  if (lettersLeft(batch).every(({ dispatchId }) => dispatchId !== out.dispatchId)) return refuse('not-in-this-batch')
  if (out.reasons.trim() === '') return refuse('say-why-taken-out')
  return announce({ type: 'letter-taken-out-of-batch', ...out })
}

export interface Posting {
  readonly on: CalendarDate
  /** As counted at the tray. */
  readonly envelopes: number
  /** Tray, time and who took them at the post. */
  readonly evidence: string
  readonly by: Named
  readonly today: CalendarDate
}

/** The count at the tray has to be the count of the batch. `waiting` are those of its letters that have not left or been withheld by another way. */
export function recordPosted(batch: PrintBatch | undefined, waiting: readonly Pick<Dispatch, 'id'>[], { today, ...posted }: Posting): Decision<BatchPosted> {
  if (batch === undefined) return refuse('no-such-batch')
  if (batch.posted !== null) return refuse('batch-is-posted')
  if (batch.printed === null) return refuse('batch-not-printed')
  if (isAfter(posted.on, today)) return refuse('sent-in-future')
  if (isBefore(posted.on, dayOf(batch.madeAt))) return refuse('sent-before-planned')
  if (posted.evidence.trim() === '') return refuse('say-what-proves-it')
  const left = lettersLeft(batch)
  if (left.some(({ dispatchId }) => waiting.every(({ id }) => id !== dispatchId))) return refuse('letter-no-longer-waits')
  return left.length === posted.envelopes ? announce({ type: 'print-batch-posted', ...posted }) : refuse('envelopes-do-not-match')
}
