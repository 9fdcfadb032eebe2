import { announce, isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import { printRoom } from '#platform/post'
import type { By, Officer } from '#values'
import { lettersInABatch } from '../letter-limits.ts'
import { sha256 } from '../notice/document.store.ts'
import { named } from '../penalty/penalty.ts'
import { recordSent } from '../service/carry-dispatch.ts'
import { changeDispatchIn } from '../service/change-dispatch.store.ts'
import { dispatchesByIds } from '../service/dispatch.store.ts'
import { recordPosted, type Posting } from './follow-batch.ts'
import { lettersToPrint } from './letters-to-print.store.ts'
import { writeManifest } from './write-manifest.ts'
import { lettersLeft, type BatchEvent, type BatchMade } from './print-batch.ts'
import { batchThing, nextBatchNumber, readBatch } from './print-batch.store.ts'

/** The letters that were chosen become one batch; when one of them no longer waits, none does. */
export async function makeBatch(db: Database, officer: Officer, dispatchIds: readonly string[], by: By): Promise<Decision<BatchMade>> {
  return db.transaction().execute(async (tx) => {
    const number = await nextBatchNumber(tx)
    const letters = await lettersToPrint(tx, { officer, only: dispatchIds, most: lettersInABatch })
    if (letters.length === 0 || letters.length !== dispatchIds.length) return refuse('letters-no-longer-wait')
    const listed = { number, letters: letters.map(({ dispatchId, caseId, reference, sha256: hash }) => ({ dispatchId, caseId, reference, sha256: hash })) }
    const made: BatchMade = { type: 'print-batch-made', batchId: newId(), ...listed, manifestSha256: sha256(writeManifest(listed)), madeBy: named(by), madeAt: by.at }
    const decision = await changeIn(tx, batchThing, { id: made.batchId, by }, () => announce(made))
    return isRefused(decision) ? decision : announce(made)
  })
}

/** Every letter in it was sent on that day, and the batch is what proves it. */
export async function postBatch(db: Database, id: string, posting: Posting, by: By): Promise<Decision<BatchEvent>> {
  return db.transaction().execute(async (tx) => {
    const batch = await readBatch(tx, id)
    const dispatches = batch === undefined ? [] : await dispatchesByIds(tx, lettersLeft(batch).map(({ dispatchId }) => dispatchId))
    const waiting = dispatches.filter(({ stage, carrier }) => stage === 'planned' || (stage === 'handed-over' && carrier?.name === printRoom))
    const decision = await changeIn(tx, batchThing, { id, by }, (state) => recordPosted(state, waiting, posting))
    if (isRefused(decision) || batch === undefined) return decision
    const evidence = `Batch ${batch.number}, ${posting.envelopes} of ${posting.envelopes}: ${posting.evidence}`
    for (const { id: dispatchId } of waiting) {
      const sent = await changeDispatchIn(tx, dispatchId, by, (dispatch) => recordSent(dispatch, { on: posting.on, evidence, by: posting.by, today: posting.today }))
      if (isRefused(sent)) throw new Error(`Letter ${dispatchId} of batch ${batch.number} cannot be recorded as sent: ${sent.refused}`)
    }
    return decision
  })
}
