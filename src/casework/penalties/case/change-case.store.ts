import { isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import type { By } from '#values'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import type { CaseEvent } from '../events.ts'
import { caseThing } from './case.store.ts'
import type { PenaltyCase } from './penalty-case.ts'

/** An act on the case alone. One that is opened again has a last day again. */
export async function changeCase(db: Database, id: string, by: By, decide: (found: PenaltyCase | undefined) => Decision<CaseEvent>): Promise<Decision<CaseEvent>> {
  return db.transaction().execute(async (tx) => {
    const decision = await changeIn(tx, caseThing, { id, by }, decide)
    if (!isRefused(decision)) await refreshNearestDay(tx, id)
    return decision
  })
}
