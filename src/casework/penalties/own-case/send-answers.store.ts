import { randomBytes } from 'node:crypto'
import { isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { dayOf, type By } from '#values'
import { changeInFileIn } from '../file/kept-in-file.store.ts'
import type { RequestEvent } from '../information-request/information-request.ts'
import { receiveAnswers, type Received } from '../information-request/request-information.ts'
import { requestThing } from '../information-request/request.store.ts'
import { codeOf } from '../person-link/code.ts'
import { emptyDraft } from './draft.store.ts'

/** Eight characters, to be told over the telephone. */
const receiptBytes = 5

export function newReceipt(): string {
  return codeOf(randomBytes(receiptBytes))
}

interface SendingAnswers {
  readonly linkId: string
  readonly requestId: string
  readonly caseId: string
  readonly by: By
}

/** What was saved becomes answers, and the draft is empty: both, or neither. */
export async function sendAnswers(db: Database, { linkId, requestId, caseId, by }: SendingAnswers, received: readonly Received[]): Promise<Decision<RequestEvent>> {
  return db.transaction().execute(async (tx) => {
    const decision = await changeInFileIn(tx, requestThing, { id: requestId, caseId, by }, (request) => receiveAnswers(request, received, dayOf(by.at)))
    if (!isRefused(decision)) await emptyDraft(tx, linkId, by.at)
    return decision
  })
}
