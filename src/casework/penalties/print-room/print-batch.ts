import type { Happening } from '#platform/decisions'
import type { CalendarDate, Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** One letter of a batch. What stands in it is in its own file; here is by what it is known again. */
export interface BatchLetter {
  readonly dispatchId: string
  readonly caseId: string
  readonly reference: string
  readonly sha256: string
}

/** Taken out of the batch, with reasons: it waits to be printed again, or was withheld. */
export interface TakenOut {
  readonly dispatchId: string
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

/** Letters printed and posted together: as many envelopes leave as letters went in, or somebody says which did not and why. */
export interface PrintBatch {
  readonly id: string
  /** As it is written on the tray. */
  readonly number: number
  readonly letters: readonly BatchLetter[]
  /** Of the list that goes with the files: whoever prints can see that nothing was added or lost. */
  readonly manifestSha256: string
  readonly madeBy: Named
  readonly madeAt: Instant
  readonly takenOut: readonly TakenOut[]
  readonly printed: { readonly by: Named; readonly at: Instant } | null
  readonly posted: { readonly on: CalendarDate; readonly envelopes: number; readonly evidence: string; readonly by: Named } | null
}

export interface BatchMade extends Happening, Omit<PrintBatch, 'id' | 'takenOut' | 'printed' | 'posted'> {
  readonly type: 'print-batch-made'
  readonly batchId: string
}

export interface BatchPrinted extends Happening {
  readonly type: 'print-batch-printed'
  readonly by: Named
  readonly at: Instant
}

export interface LetterTakenOut extends Happening, TakenOut {
  readonly type: 'letter-taken-out-of-batch'
}

export interface BatchPosted extends Happening {
  readonly type: 'print-batch-posted'
  readonly on: CalendarDate
  readonly envelopes: number
  readonly evidence: string
  readonly by: Named
}

export type BatchEvent = BatchMade | BatchPrinted | LetterTakenOut | BatchPosted

export function evolveBatch(state: PrintBatch | undefined, event: BatchEvent): PrintBatch {
  if (event.type === 'print-batch-made') {
    const { batchId, number, letters, manifestSha256, madeBy, madeAt } = event
    return { id: batchId, number, letters, manifestSha256, madeBy, madeAt, takenOut: [], printed: null, posted: null }
  }
  if (state === undefined) throw new Error(`A batch is made before ${event.type}`)
  switch (event.type) {
    case 'print-batch-printed': return { ...state, printed: { by: event.by, at: event.at } }
    case 'letter-taken-out-of-batch': return { ...state, takenOut: [...state.takenOut, { dispatchId: event.dispatchId, reasons: event.reasons, by: event.by, on: event.on }] }
    case 'print-batch-posted': return { ...state, posted: { on: event.on, envelopes: event.envelopes, evidence: event.evidence, by: event.by } }
  }
}

/** What is still in the batch. */
export function lettersLeft({ letters, takenOut }: Pick<PrintBatch, 'letters' | 'takenOut'>): readonly BatchLetter[] {
  return letters.filter(({ dispatchId }) => takenOut.every((each) => each.dispatchId !== dispatchId))
}
