import { announce } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import { dayOf, type By } from '#values'
import { personOfLetter } from '../service/person-of-letter.store.ts'
import type { Dispatch, Outcome } from '../service/dispatch.ts'
import { returnOfDispatch, returnThing } from './returned-letter.store.ts'

/** A letter that came back waits for somebody to trace its reader. Told twice, it is opened once. */
export async function openReturn(tx: Database, dispatch: Dispatch, outcome: Outcome, by: By): Promise<void> {
  if ((await returnOfDispatch(tx, dispatch.id)) !== undefined) return
  const person = await personOfLetter(tx, dispatch)
  if (person === undefined) throw new Error(`Dispatch ${dispatch.id} is about nobody`)
  const returnedId = newId()
  const { caseId, penaltyId, documentId, purpose, to } = dispatch
  const { id: personId, partyId } = person
  const { code, evidence, recordedBy } = outcome
  await changeIn(tx, returnThing, { id: returnedId, by }, () => announce({
    type: 'letter-returned', returnedId, caseId, penaltyId, personId, partyId, documentId, purpose, to, code, recordedBy, dispatchId: dispatch.id, returnedOn: dayOf(outcome.at), note: evidence,
  }))
}
