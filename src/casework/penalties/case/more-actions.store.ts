import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { detentionActions } from '../detention/detention-actions.store.ts'
import { letterActions } from '../enforcement/letter-actions.store.ts'
import { compareActions } from '../party/likely-party.store.ts'
import { disputeActions } from '../pay-link/dispute-actions.store.ts'
import { costsActions } from '../payment/costs.store.ts'
import { refundActions } from '../payment/refund-actions.store.ts'
import { sisterActions } from '../sister/sisters-ahead.store.ts'
import { duplicateActions } from '../triage/possible-duplicates.store.ts'
import { writeOffActions } from '../write-off/write-off-actions.store.ts'
import type { ActionOfCase } from './required-actions.ts'

/** What one part of casework waits for in these cases: one question to the database, however many cases there are. */
type ActionsOf = (db: Database, caseIds: readonly string[], today: CalendarDate) => Promise<readonly ActionOfCase[]>

/** Every part whose rows are not read with the case itself. A new part adds its function here, and is in the banner, the lists and the queues. */
const parts: readonly ActionsOf[] = [refundActions, duplicateActions, compareActions, sisterActions, writeOffActions, letterActions, costsActions, disputeActions, detentionActions]

export async function moreActions(db: Database, caseIds: readonly string[], today: CalendarDate): Promise<ReadonlyMap<string, readonly ActionOfCase[]>> {
  const actions = await Promise.all(parts.map((actionsOf) => actionsOf(db, caseIds, today)))
  return Map.groupBy(actions.flat(), ({ caseId }) => caseId)
}
